import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { fail, succeed, type Result } from '../../src/core/base/result';
import { readVaultFolder } from './vault-folder';

/** The page and the plugin, built. */
export interface Build {
  readonly html: string;
  readonly js: string;
  readonly css: string;
  readonly plugin: { readonly mainJs: string; readonly manifest: string; readonly styles: string };
}

export interface ServeOptions {
  /** The folder that the page shows. It is read at each load of the page, and never written. */
  readonly vaultDir: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The folder of this project. */
  readonly root: string;
  /** What makes the page and the plugin; esbuild where left out. */
  readonly build?: (root: string) => Promise<Result<Build>>;
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

interface Reply {
  readonly type: string;
  readonly body: string;
}

type Routes = ReadonlyMap<string, () => Reply | Promise<Reply>>;

const ADDRESS = '127.0.0.1';
const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // Notes hold text of strangers: the page reaches nothing but this server. The plugin's main.js is evaluated, as
  // Obsidian does.
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/**
 * Builds the page and the plugin and serves them with the vault, to this machine only. What goes wrong is one sentence.
 */
export async function serve({
  vaultDir,
  port,
  root,
  build = buildInOtherProcess,
}: ServeOptions): Promise<Result<Served>> {
  const vault = await readVaultFolder(vaultDir);
  if (!vault.ok) return vault;
  const built = await build(root);
  if (!built.ok) return built;
  const server = createServer();
  const routes = routesOf(built.value, vaultDir);
  server.on('request', (request, response) => void answer(request, response, routes, server));
  return listen(server, port);
}

/** Every address there is. None of them is made from what the browser asks for, so none leads out of the folder. */
function routesOf(build: Build, vaultDir: string): Routes {
  const fixed = (type: string, body: string) => (): Reply => ({ type, body });
  return new Map<string, () => Reply | Promise<Reply>>([
    ['/', fixed('text/html', build.html)],
    ['/page.js', fixed('text/javascript', build.js)],
    ['/page.css', fixed('text/css', build.css)],
    ['/plugin/main.js', fixed('text/javascript', build.plugin.mainJs)],
    ['/plugin/manifest.json', fixed('application/json', build.plugin.manifest)],
    ['/plugin/styles.css', fixed('text/css', build.plugin.styles)],
    ['/vault.json', () => readVault(vaultDir)],
  ]);
}

async function readVault(vaultDir: string): Promise<Reply> {
  const vault = await readVaultFolder(vaultDir);
  if (!vault.ok) throw new Error(vault.error);
  const { files, unreadable } = vault.value;
  return {
    type: 'application/json',
    body: JSON.stringify({ name: basename(vaultDir), files: Object.fromEntries(files), unreadable }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: Routes,
  server: Server,
): Promise<void> {
  const send = (status: number, { type, body }: Reply): void => {
    response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const refuse = (status: number, body: string): void => send(status, { type: 'text/plain', body });
  // Another name that leads here is a page of a stranger that wants to read the notes.
  if (!ownHosts(server).includes(request.headers.host ?? '')) return refuse(403, 'Not this host.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Nothing can be written here.');
  const route = routes.get((request.url ?? '').replace(/[?#].*$/s, ''));
  if (!route) return refuse(404, 'Nothing is here.');
  try {
    send(200, await route());
  } catch (error) {
    refuse(500, error instanceof Error ? error.message : String(error));
  }
}

function ownHosts(server: Server): string[] {
  const { port } = server.address() as AddressInfo;
  return [`${ADDRESS}:${port}`, `localhost:${port}`];
}

function listen(server: Server, port: number): Promise<Result<Served>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(
        fail(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use: give another one with --port.`
            : `Port ${port} cannot be used: ${error.message}.`,
        ),
      ),
    );
    server.listen(port, ADDRESS, () =>
      resolve(
        succeed({
          url: `http://${ADDRESS}:${(server.address() as AddressInfo).port}/`,
          close: () =>
            new Promise<void>((done) => {
              server.close(() => done());
              server.closeAllConnections();
            }),
        }),
      ),
    );
  });
}

function buildInOtherProcess(root: string): Promise<Result<Build>> {
  const script = join(root, 'scripts', 'workbench', 'build-page.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { cwd: root, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve(
        error
          ? fail(`The page cannot be built: ${stderr.trim() || error.message}`)
          : succeed(JSON.parse(stdout) as Build),
      );
    });
  });
}
