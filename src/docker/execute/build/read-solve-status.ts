import type {
  SolveStatus,
  Vertex,
  VertexLog,
  VertexStatus,
} from '../../../core/build-progress/solve-status';
import { bytesOf, type Field, numberOf, readMessage, textOf } from '../../protobuf/read-message';

/** BuildKit's `StatusResponse`, of which we read what the plain progress shows. */
export function readSolveStatus(bytes: Uint8Array): SolveStatus {
  const fields = fieldsOf(bytes);
  return {
    vertexes: fields.all(1).map(readVertex),
    statuses: fields.all(2).map(readStatus),
    logs: fields.all(3).map(readLog),
    warnings: fields.all(4).map((field) => fieldsOf(bytesOf(field)).text(3)),
  };
}

function readVertex(field: Field): Vertex {
  const fields = fieldsOf(bytesOf(field));
  return {
    digest: fields.text(1),
    name: fields.text(3),
    isCached: fields.number(4) === 1,
    started: fields.time(5),
    completed: fields.time(6),
    error: fields.text(7),
  };
}

function readStatus(field: Field): VertexStatus {
  const fields = fieldsOf(bytesOf(field));
  return {
    id: fields.text(1),
    vertex: fields.text(2),
    current: fields.number(4),
    total: fields.number(5),
    timestamp: fields.time(6) ?? 0,
    started: fields.time(7),
    completed: fields.time(8),
  };
}

function readLog(field: Field): VertexLog {
  const fields = fieldsOf(bytesOf(field));
  const text = fields.all(4).at(-1);
  return {
    vertex: fields.text(1),
    timestamp: fields.time(2) ?? 0,
    text: text === undefined ? new Uint8Array() : bytesOf(text),
  };
}

/** The fields of a message by their numbers; the last one of a number counts. */
function fieldsOf(bytes: Uint8Array) {
  const fields = [...readMessage(bytes)];
  const all = (number: number) => fields.filter((field) => field.number === number);
  const last = (number: number) => all(number).at(-1);
  return {
    all,
    text: (number: number) => textOf(last(number) ?? nothing),
    number: (number: number) => numberOf(last(number) ?? nothing),
    time: (number: number) => readTime(last(number)),
  };
}

const nothing: Field = { number: 0, value: 0 };

/** Seconds and nanoseconds, in milliseconds. */
function readTime(field: Field | undefined): number | undefined {
  if (field === undefined) return undefined;
  let time = 0;
  for (const part of readMessage(bytesOf(field))) {
    time += numberOf(part) * (part.number === 1 ? 1000 : 1e-6);
  }
  return time;
}
