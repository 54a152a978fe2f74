import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** What becomes of a layer that is fetched: all of it, half of it and silence, or half and an end. */
export type Mood = 'whole' | 'silent' | 'breaks';

interface Blob {
  readonly type: string;
  readonly bytes: Buffer;
}

/** A registry with one image, `big`, of one layer. It listens on a socket of its own. */
export class OwnRegistry {
  mood: Mood = 'whole';
  readonly #blobs = new Map<string, Blob>();
  readonly #manifest: string;
  readonly #layer: string;
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();

  private constructor(layer: Buffer) {
    const packed = gzipSync(layer, { level: 1 });
    this.#layer = this.#keep('application/vnd.docker.image.rootfs.diff.tar.gzip', packed);
    const content = {
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      os: 'linux',
      config: {},
      rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
    };
    const type = 'application/vnd.docker.container.image.v1+json';
    const config = this.#keep(type, Buffer.from(JSON.stringify(content)));
    const reference = (digest: string) => {
      const { type: mediaType, bytes } = this.#blobs.get(digest) ?? {
        type: '',
        bytes: Buffer.of(),
      };
      return { mediaType, size: bytes.length, digest };
    };
    const manifest = {
      schemaVersion: 2,
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      config: reference(config),
      layers: [reference(this.#layer)],
    };
    this.#manifest = this.#keep(manifest.mediaType, Buffer.from(JSON.stringify(manifest)));
    this.#server = createServer((request, response) => {
      const from = /^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1];
      this.#answer(request.url ?? '', Number(from ?? 0), response);
    });
  }

  /** `size` is that of the layer's one file; bytes by chance cannot be packed. */
  static async start(path: string, size: number, content: 'chance' | 'zero'): Promise<OwnRegistry> {
    const bytes = content === 'zero' ? Buffer.alloc(size) : randomBytes(size);
    const registry = new OwnRegistry(Buffer.concat([header(size), pad(bytes), Buffer.alloc(1024)]));
    registry.#server.listen(path);
    await once(registry.#server, 'listening');
    return registry;
  }

  stop(): void {
    for (const response of this.#open) response.destroy();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #keep(type: string, bytes: Buffer): string {
    const digest = digestOf(bytes);
    this.#blobs.set(digest, { type, bytes });
    return digest;
  }

  #answer(url: string, from: number, response: ServerResponse): void {
    const name = url.split('/').at(-1) ?? '';
    const digest = name === 'latest' ? this.#manifest : name;
    const blob = this.#blobs.get(digest);
    if (url === '/v2/') response.end();
    else if (blob === undefined) response.writeHead(404).end();
    else {
      const headers = { 'Content-Type': blob.type, 'Docker-Content-Digest': digest };
      const { length } = blob.bytes;
      const bytes = blob.bytes.subarray(from);
      response.writeHead(from === 0 ? 200 : 206, {
        ...headers,
        'Content-Length': bytes.length,
        ...(from > 0 && { 'Content-Range': `bytes ${from}-${length - 1}/${length}` }),
      });
      if (digest !== this.#layer || this.mood === 'whole') response.end(bytes);
      else this.#sendHalf(bytes, response);
    }
  }

  #sendHalf(bytes: Buffer, response: ServerResponse): void {
    this.#open.add(response);
    response.write(bytes.subarray(0, bytes.length / 2), () => {
      if (this.mood === 'breaks') response.destroy();
    });
  }
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

/** Of a tar archive, for a file `big`. */
function header(size: number): Buffer {
  const block = Buffer.alloc(512);
  block.write('big', 0);
  block.write('0000644\0', 100);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('        ', 148);
  block.write('0ustar\x0000', 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
