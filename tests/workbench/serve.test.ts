/** @jest-environment node */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, succeed } from '../../src/core/base/result';
import { serve, type Build, type Served } from '../../scripts/workbench/serve';

const built: Build = {
  html: '<!doctype html>',
  js: 'js',
  css: 'css',
  plugin: { mainJs: 'main', manifest: '{"id":"x"}', styles: 'styles' },
};

let folder: string;
let vaultDir: string;
let served: Served;

async function start(port = 0) {
  return serve({ vaultDir, port, root: folder, build: async () => succeed(built) });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  vaultDir = join(folder, 'My vault');
  mkdirSync(join(vaultDir, 'Customers'), { recursive: true });
  mkdirSync(join(vaultDir, '.obsidian'));
  writeFileSync(join(vaultDir, 'Customers', 'Gdańsk.md'), 'Zażółć 📅\r\n');
  writeFileSync(join(vaultDir, '.obsidian', 'app.json'), '{}');
  writeFileSync(join(folder, 'secret.md'), 'secret');
  symlinkSync(join(folder, 'secret.md'), join(vaultDir, 'link.md'));
  symlinkSync(folder, join(vaultDir, 'up'));
  const result = await start();
  if (!result.ok) throw new Error(result.error);
  served = result.value;
});

afterEach(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

function get(
  path: string,
  { host, method = 'GET' }: { host?: string; method?: string } = {},
): Promise<{ status: number; body: string; headers: IncomingHttpHeaders }> {
  const { port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers: host === undefined ? {} : { host } },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          body += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
      },
    );
    sent.on('error', reject).end();
  });
}

describe('what is served', () => {
  test('the page and the plugin', async () => {
    expect((await get('/?mobile')).body).toBe('<!doctype html>');
    expect((await get('/page.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('/page.css')).body).toBe('css');
    expect((await get('/plugin/main.js')).body).toBe('main');
    expect((await get('/plugin/manifest.json')).body).toBe('{"id":"x"}');
    expect((await get('/plugin/styles.css')).body).toBe('styles');
  });

  test('the vault as it is now, without what is hidden and what a link leads to', async () => {
    writeFileSync(join(vaultDir, 'later.md'), 'later');
    writeFileSync(join(vaultDir, 'Map.canvas'), '{}');
    writeFileSync(join(vaultDir, 'List.base'), 'views: []');
    writeFileSync(join(vaultDir, 'Plan.png'), 'png');
    symlinkSync(join(folder, 'secret.md'), join(vaultDir, 'link.canvas'));
    const vault = JSON.parse((await get('/vault.json')).body) as {
      name: string;
      files: object;
      unreadable: { path: string }[];
    };
    expect(vault.name).toBe('My vault');
    expect(vault.files).toEqual({
      'Customers/Gdańsk.md': 'Zażółć 📅\r\n',
      'later.md': 'later',
      'List.base': 'views: []',
      'Map.canvas': '{}',
    });
    expect(vault.unreadable.map(({ path }) => path)).toEqual(['link.canvas', 'link.md', 'up']);
  });

  test('no network for the page, and nothing kept', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('what is refused', () => {
  test.each(
    [
      '/secret.md',
      '/../secret.md',
      '/..%2fsecret.md',
      '/up/secret.md',
      '/Customers/Gdańsk.md',
      '/package.json',
      '//etc/passwd',
      '/vault.json/',
    ].map(encodeURI),
  )('%s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('another host, so that no page of a stranger can read the notes', async () => {
    const { port } = new URL(served.url);
    expect((await get('/vault.json', { host: `evil.test:${port}` })).status).toBe(403);
    expect((await get('/vault.json', { host: '127.0.0.1' })).status).toBe(403);
    expect((await get('/vault.json', { host: `localhost:${port}` })).status).toBe(200);
  });

  test('any write', async () => {
    const before = readdirSync(vaultDir, { recursive: true });
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await get('/vault.json', { method })).status).toBe(405);
    expect(readdirSync(vaultDir, { recursive: true })).toEqual(before);
  });
});

describe('failures are one sentence', () => {
  test('a busy port', async () => {
    const port = Number(new URL(served.url).port);
    expect(await start(port)).toEqual(fail(`Port ${port} is in use: give another one with --port.`));
  });

  test('no folder, or a build that failed', async () => {
    const none = await serve({
      vaultDir: join(folder, 'none'),
      port: 0,
      root: folder,
      build: async () => succeed(built),
    });
    expect(none).toEqual(fail(`There is no folder at ${join(folder, 'none')}.`));
    const broken = await serve({ vaultDir, port: 0, root: folder });
    expect(broken).toMatchObject({ ok: false, error: expect.stringMatching(/^The page cannot be built: /) });
  });

  test('a vault that went away while it is served', async () => {
    rmSync(vaultDir, { recursive: true });
    expect(await get('/vault.json')).toMatchObject({ status: 500, body: expect.stringMatching(/no folder/) });
  });
});
