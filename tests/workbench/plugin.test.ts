import { describe, expect, test } from '@jest/globals';
import type { Command, PluginManifest } from 'obsidian';
import { createApp } from '../../scripts/workbench/obsidian/app/app';
import { Plugin } from '../../scripts/workbench/obsidian/app/plugin';
import { loadPlugin, unloadPlugin } from '../../scripts/workbench/obsidian/app/plugin-host';

const manifest: PluginManifest = {
  id: 'probe',
  name: 'Probe',
  author: '',
  version: '1.0.0',
  minAppVersion: '1.13.0',
  description: '',
};

/** A plugin made of what a test wants of it. */
function probe(onload: (plugin: Plugin) => void | Promise<void>) {
  return class extends Plugin {
    override onload(): void | Promise<void> {
      return onload(this);
    }
  };
}

describe('loading', () => {
  test('comes before the vault is filled: creates, then the layout, then the metadata', async () => {
    const app = createApp({ files: { 'a/b.md': '# One' }, startLater: true });
    const seen: string[] = [];
    await app.plugins.enable(
      manifest,
      probe((plugin) => {
        seen.push(`onload ${plugin.app.vault.getFiles().length}`);
        plugin.registerEvent(plugin.app.vault.on('create', (file) => seen.push(`create ${file.path}`)));
        plugin.registerEvent(plugin.app.metadataCache.on('changed', (file) => seen.push(`changed ${file.path}`)));
        plugin.registerEvent(plugin.app.metadataCache.on('resolved', () => seen.push('resolved')));
        plugin.app.workspace.onLayoutReady(() => seen.push(`layout ${plugin.app.vault.getFiles().length}`));
      }),
    );
    app.start();
    expect(seen).toEqual(['onload 0', 'create a', 'create a/b.md', 'layout 1', 'resolved']);
  });

  test('evaluates main.js as CommonJS with its own require', async () => {
    const app = createApp();
    const mainJs = `
      const { Plugin } = require('obsidian');
      module.exports = class extends Plugin { onload() { this.addCommand({ id: 'hi', name: 'Hi', callback: () => { this.app.said = 'hi'; } }); } };`;
    const plugin = await loadPlugin(app, {
      manifest,
      mainJs,
      require: (name) => (name === 'obsidian' ? { Plugin } : undefined),
    });
    expect(plugin?.manifest.dir).toBe('.obsidian/plugins/probe');
    expect(app.plugins.getPlugin('probe')).toBe(plugin);
    expect(app.commands.executeCommandById('probe:hi')).toBe(true);
    expect((app as unknown as { said: string }).said).toBe('hi');
    await unloadPlugin(app, 'probe');
    expect(app.plugins.getPlugin('probe')).toBeNull();
    expect(app.commands.listCommands().filter(({ id }) => id.startsWith('probe:'))).toEqual([]);
  });

  test.each([
    ['does not parse', 'class {', /./],
    ['exports nothing', '', /exports no plugin/],
    ['throws', 'throw new Error("early")', /early/],
    [
      'throws in onload',
      'const { Plugin } = require("obsidian"); exports.default = class extends Plugin { onload() { throw new Error("late"); } }',
      /late/,
    ],
    [
      'rejects in onload',
      'const { Plugin } = require("obsidian"); exports.default = class extends Plugin { async onload() { throw new Error("later"); } }',
      /later/,
    ],
  ])('keeps the failure of a plugin that %s', async (_name, mainJs, message) => {
    const app = createApp();
    expect(await loadPlugin(app, { manifest, mainJs, require: () => ({ Plugin }) })).toBeNull();
    expect(app.plugins.failures).toEqual([
      { id: 'probe', error: expect.objectContaining({ message: expect.stringMatching(message) }) },
    ]);
    expect(app.plugins.enabledPlugins.size).toBe(0);
  });
});

test('unloading takes back all that a plugin added', async () => {
  const app = createApp({ files: { 'a.md': '' } });
  const seen: string[] = [];
  let ended = false;
  await app.plugins.enable(
    manifest,
    probe((plugin) => {
      plugin.addCommand({ id: 'c', name: 'C', callback: () => undefined });
      plugin.addRibbonIcon('star', 'Star', () => seen.push('ribbon'));
      plugin.addStatusBarItem().textContent = 'status';
      plugin.registerView('probe-view', () => {
        throw new Error('none');
      });
      plugin.registerExtensions(['probe'], 'probe-view');
      plugin.registerHoverLinkSource('probe', { display: 'Probe', defaultMod: true });
      plugin.registerMarkdownPostProcessor(() => undefined);
      plugin.registerMarkdownCodeBlockProcessor('probe', () => undefined);
      plugin.registerEditorExtension([]);
      plugin.registerObsidianProtocolHandler('probe', () => undefined);
      plugin.registerCliHandler('probe', 'Probe', null, () => '');
      plugin.registerDomEvent(document, 'click', () => seen.push('click'));
      plugin.registerEvent(plugin.app.vault.on('modify', () => seen.push('modify')));
      plugin.register(() => {
        ended = true;
      });
      expect(
        plugin.registerBasesView('probe', {
          name: 'Probe',
          icon: 'star',
          factory: () => {
            throw new Error('none');
          },
        }),
      ).toBe(true);
    }),
  );
  const things = () => [
    app.commands.findCommand('probe:c') !== undefined,
    app.workspace.leftRibbon.containerEl.textContent !== null &&
      app.workspace.leftRibbon.containerEl.querySelector('[aria-label="Star"]') !== null,
    app.statusBar.containerEl.textContent === 'status',
    app.viewRegistry.getViewCreatorByType('probe-view') !== undefined,
    app.viewRegistry.getTypeByExtension('probe') !== undefined,
    app.markdownProcessors.codeBlock('probe') !== undefined,
    app.protocolHandlers.has('probe'),
    app.cliHandlers.has('probe'),
    'probe' in app.internalPlugins.getPluginById('bases').instance.registrations,
  ];
  expect(things()).toEqual(things().map(() => true));
  await app.plugins.unload('probe');
  app.doors.outside.write('a.md', 'x');
  document.dispatchEvent(new MouseEvent('click'));
  expect(things()).toEqual(things().map(() => false));
  expect(seen).toEqual([]);
  expect(ended).toBe(true);
});

describe('data', () => {
  test("is null at first, then what was saved, in the plugin's folder", async () => {
    const written: string[] = [];
    const app = createApp({ onWrite: (path) => written.push(path) });
    const plugin = (await app.plugins.enable(
      manifest,
      probe(() => undefined),
    )) as Plugin;
    expect(await plugin.loadData()).toBeNull();
    await plugin.saveData({ a: [1] });
    expect(await plugin.loadData()).toEqual({ a: [1] });
    expect(written).toEqual(['.obsidian/plugins/probe/data.json']);
    expect(app.vault.getAllLoadedFiles()).toHaveLength(1);
  });

  test('a change from outside is told, one of its own is not', async () => {
    const app = createApp();
    let told = 0;
    class Watching extends Plugin {
      override onExternalSettingsChange = () => {
        told += 1;
      };
    }
    const plugin = (await app.plugins.enable(manifest, Watching)) as Plugin;
    await plugin.saveData({ a: 1 });
    expect(told).toBe(0);
    app.doors.outside.write('.obsidian/plugins/probe/data.json', '{"a":2}');
    expect(told).toBe(1);
    expect(await plugin.loadData()).toEqual({ a: 2 });
  });
});

describe('commands', () => {
  async function withCommand(command: Omit<Command, 'id' | 'name'>) {
    const app = createApp();
    await app.plugins.enable(
      manifest,
      probe((plugin) => {
        plugin.addCommand({ id: 'c', name: 'C', ...command });
      }),
    );
    const listed = () => app.commands.listCommands().some(({ id }) => id === 'probe:c');
    return { app, listed, run: () => app.commands.executeCommandById('probe:c') };
  }

  test("have the plugin's name", async () => {
    const { app } = await withCommand({ callback: () => undefined });
    expect(app.commands.findCommand('probe:c')?.name).toBe('Probe: C');
    expect(app.commands.executeCommandById('probe:none')).toBe(false);
  });

  test('with a check are listed where it holds; a run asks once, in earnest', async () => {
    const seen: boolean[] = [];
    let can = false;
    const { listed, run } = await withCommand({
      checkCallback: (checking) => {
        seen.push(checking);
        return can;
      },
    });
    expect(listed()).toBe(false);
    expect(run()).toBe(false);
    can = true;
    expect(listed()).toBe(true);
    expect(run()).toBe(true);
    expect(seen).toEqual([true, false, true, false]);
  });

  test('for an editor are not there without one', async () => {
    const { listed, run } = await withCommand({
      editorCallback: () => {
        throw new Error('ran');
      },
      callback: () => {
        throw new Error('ran');
      },
    });
    expect(listed()).toBe(false);
    expect(run()).toBe(false);
  });

  test('for an editor run in the one that is open, and not while it is read', async () => {
    const seen: string[] = [];
    const app = createApp({ files: { 'a.md': 'one' } });
    await app.plugins.enable(
      manifest,
      probe((plugin) => {
        plugin.addCommand({
          id: 'e',
          name: 'E',
          editorCallback: (editor, info) => {
            seen.push(`${editor.getValue()} ${info.file?.path}`);
          },
        });
        plugin.addCommand({
          id: 'f',
          name: 'F',
          editorCheckCallback: (checking, editor) => {
            if (!checking) seen.push('ran');
            return editor.getValue() === 'two';
          },
        });
      }),
    );
    app.start();
    await app.workspace.openLinkText('a', '');
    expect(app.commands.executeCommandById('probe:e')).toBe(true);
    expect(app.commands.listCommands().map(({ id }) => id)).toContain('probe:e');
    expect(app.commands.listCommands().map(({ id }) => id)).not.toContain('probe:f');
    const leaf = app.workspace.getMostRecentLeaf();
    await leaf?.setViewState({ type: 'markdown', state: { file: 'a.md', mode: 'preview' } });
    expect(app.commands.executeCommandById('probe:e')).toBe(false);
    expect(seen).toEqual(['one a.md']);
  });

  test('run by their keys, and hold on to the event for so long', async () => {
    const events: unknown[] = [];
    const app = createApp();
    await app.plugins.enable(
      manifest,
      probe((plugin) => {
        plugin.addCommand({
          id: 'k',
          name: 'K',
          hotkeys: [{ modifiers: ['Mod'], key: 'k' }],
          callback: () => {
            events.push(plugin.app.lastEvent);
          },
        });
      }),
    );
    const event = new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true });
    app.keymap.onKeyEvent(event);
    app.keymap.onKeyEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, repeat: true }));
    app.keymap.onKeyEvent(new KeyboardEvent('keydown', { key: 'k' }));
    expect(events).toEqual([event]);
    expect(event.defaultPrevented).toBe(true);
    expect(app.lastEvent).toBeNull();
  });
});

describe('the file manager', () => {
  test('renames a note and the links to it, with their place and alias', async () => {
    const app = createApp({
      files: { 'a.md': '# One', 'b.md': 'See [[a]], [[a#One|the one]] and ![[a]].', 'c.md': '[[b]]' },
    });
    const note = app.vault.getFileByPath('a.md');
    if (!note) throw new Error('no note');
    await app.fileManager.renameFile(note, 'z.md');
    expect(app.doors.outside.read('b.md')).toBe('See [[z]], [[z#One|the one]] and ![[z]].');
    expect(app.doors.outside.read('c.md')).toBe('[[b]]');
  });

  test('changes front matter and keeps the rest', async () => {
    const app = createApp({
      files: { 'a.md': '---\na: 1\ndate: 2026-03-06\n---\nbody\n', 'b.md': 'body', 'c.md': '---\na: [\n---\n' },
    });
    const change = (path: string) => {
      const note = app.vault.getFileByPath(path);
      if (!note) throw new Error('no note');
      return app.fileManager.processFrontMatter(note, (frontmatter) => {
        frontmatter['b'] = ['x'];
        delete frontmatter['a'];
      });
    };
    await change('a.md');
    await change('b.md');
    await expect(change('c.md')).rejects.toThrow();
    expect(app.doors.outside.read('a.md')).toMatch(/^---\ndate: '?2026-03-06'?\nb:\n {2}- x\n---\nbody\n$/);
    expect(app.doors.outside.read('b.md')).toBe('---\nb:\n  - x\n---\nbody');
    expect(app.doors.outside.read('c.md')).toBe('---\na: [\n---\n');
  });

  test('trashes into the vault, and writes links', async () => {
    const app = createApp({ files: { 'x/a.md': '', 'y/a.md': '', 'p.png': '' } });
    const file = (path: string) =>
      app.vault.getFileByPath(path) ??
      (() => {
        throw new Error(path);
      })();
    expect(app.fileManager.generateMarkdownLink(file('x/a.md'), '', '#H', 'shown')).toBe('[[x/a#H|shown]]');
    expect(app.fileManager.generateMarkdownLink(file('p.png'), '')).toBe('![[p.png]]');
    await app.fileManager.trashFile(file('x/a.md'));
    expect(app.doors.outside.read('.trash/a.md')).toBe('');
  });
});

test('local storage is kept by vault', () => {
  const app = createApp({ name: 'One' });
  app.saveLocalStorage('k', { a: 1 });
  expect(app.loadLocalStorage('k')).toEqual({ a: 1 });
  expect(createApp({ name: 'Two' }).loadLocalStorage('k')).toBeNull();
  app.saveLocalStorage('k', null);
  expect(app.loadLocalStorage('k')).toBeNull();
});
