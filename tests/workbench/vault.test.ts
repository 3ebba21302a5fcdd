import { describe, expect, test } from '@jest/globals';
import { Disk, utf8Length } from '../../scripts/workbench/obsidian/vault/disk';
import { Faults, Outside } from '../../scripts/workbench/obsidian/vault/doors';
import { TFile, type TFolder } from '../../scripts/workbench/obsidian/vault/file-tree';
import { Vault } from '../../scripts/workbench/obsidian/vault/vault';

function build(files: Readonly<Record<string, string>> = {}) {
  const written: [string, unknown][] = [];
  const disk = new Disk({ now: () => 1000, onWrite: (path, contents) => written.push([path, contents]) });
  const faults = new Faults();
  const outside = new Outside(disk);
  for (const [path, text] of Object.entries(files)) outside.write(path, text);
  const vault = new Vault({ disk, faults });
  const events: string[] = [];
  vault.on('create', (file) => events.push(`create ${file.path}`));
  vault.on('modify', (file) => events.push(`modify ${file.path}`));
  vault.on('delete', (file) => events.push(`delete ${file.path}`));
  vault.on('rename', (file, oldPath) => events.push(`rename ${oldPath} > ${file.path}`));
  const file = (path: string): TFile => {
    const found = vault.getFileByPath(path);
    if (!found) throw new Error(`no ${path}`);
    return found;
  };
  return { vault, disk, faults, outside, events, written, file };
}

function loaded(files: Readonly<Record<string, string>> = {}) {
  const world = build(files);
  world.vault.load();
  world.events.length = 0;
  return world;
}

describe('the tree', () => {
  test('is empty until it is loaded, then creates come for each folder and file', () => {
    const { vault, events } = build({ 'a/b/c.md': '', 'd.md': '' });
    expect(vault.getFiles()).toEqual([]);
    vault.load();
    expect(events).toEqual(['create a', 'create a/b', 'create a/b/c.md', 'create d.md']);
  });

  test('holds names, parents and children', () => {
    const { vault, file } = loaded({ 'Customers/Blue Heron, Inc./2026.03 note.md': 'x' });
    const note = file('Customers/Blue Heron, Inc./2026.03 note.md');
    expect([note.name, note.basename, note.extension]).toEqual(['2026.03 note.md', '2026.03 note', 'md']);
    expect(note.parent?.path).toBe('Customers/Blue Heron, Inc.');
    expect(note.parent?.parent?.parent).toBe(vault.getRoot());
    expect(vault.getRoot().isRoot()).toBe(true);
    expect(vault.getAllFolders().map(({ path }) => path)).toEqual(['Customers', 'Customers/Blue Heron, Inc.']);
    expect(vault.getFolderByPath(note.path)).toBeNull();
    expect(vault.getFileByPath('Customers')).toBeNull();
    expect(note).toBeInstanceOf(TFile);
  });

  test('leaves out what is hidden; the adapter does not', async () => {
    const { vault } = loaded({ '.obsidian/app.json': '{}', 'a.md': '' });
    expect(vault.getAllLoadedFiles().map(({ path }) => path)).toEqual(['/', 'a.md']);
    expect(await vault.adapter.read('.obsidian/app.json')).toBe('{}');
    expect(await vault.adapter.list('/')).toEqual({ files: ['a.md'], folders: ['.obsidian'] });
  });

  test('recurseChildren meets everything', () => {
    const { vault } = loaded({ 'a/b.md': '', 'c.md': '' });
    const seen: string[] = [];
    Vault.recurseChildren(vault.getRoot(), (file) => seen.push(file.path));
    expect(seen).toEqual(['/', 'a', 'a/b.md', 'c.md']);
  });
});

describe('writing', () => {
  test('create refuses what exists, a missing folder, and names that no file can have', async () => {
    const { vault } = loaded({ 'a.md': 'one' });
    await expect(vault.create('a.md', 'two')).rejects.toThrow('File already exists.');
    await expect(vault.create('none/a.md', 'two')).rejects.toThrow(/ENOENT/);
    await expect(vault.create('a: b.md', 'two')).rejects.toThrow(/cannot contain/);
    await expect(vault.createFolder('a.md')).rejects.toThrow('Folder already exists.');
    const made = await vault.create('/b.md', 'two', { ctime: 5, mtime: 6 });
    expect(made.stat).toEqual({ ctime: 5, mtime: 6, size: 3 });
  });

  test('keeps every byte: line ends, BOM, a missing last line end', async () => {
    const text = '\uFEFFone\r\ntwo\nthree';
    const { vault, file } = loaded({ 'a.md': text });
    await vault.process(file('a.md'), (before) => before.replace('two', 'zwei'));
    expect(await vault.read(file('a.md'))).toBe('\uFEFFone\r\nzwei\nthree');
  });

  test('processes of one file come one after the other, and those that change nothing write nothing', async () => {
    const { vault, file, events } = loaded({ 'a.md': '' });
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => vault.process(file('a.md'), (text) => `${text}${index};`)),
    );
    expect(await vault.read(file('a.md'))).toBe(Array.from({ length: 20 }, (_, index) => `${index};`).join(''));
    events.length = 0;
    await vault.process(file('a.md'), (text) => text);
    expect(events).toEqual([]);
  });

  test('a process whose callback throws writes nothing and blocks nobody', async () => {
    const { vault, file } = loaded({ 'a.md': 'one' });
    const failed = vault.process(file('a.md'), () => {
      throw new Error('no');
    });
    const next = vault.process(file('a.md'), (text) => `${text}!`);
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('one!');
  });

  test('modify and append fire modify and bring the stat up to date', async () => {
    const { vault, file, events } = loaded({ 'a.md': 'one' });
    await vault.modify(file('a.md'), 'zwölf');
    await vault.append(file('a.md'), '!');
    expect(events).toEqual(['modify a.md', 'modify a.md']);
    expect(file('a.md').stat.size).toBe(7);
  });

  test('tells the hook of each write', async () => {
    const { vault, file, written } = loaded({ 'a.md': 'one' });
    written.length = 0;
    await vault.modify(file('a.md'), 'two');
    await vault.rename(file('a.md'), 'b.md');
    await vault.delete(file('b.md'));
    expect(written).toEqual([
      ['a.md', 'two'],
      ['a.md', null],
      ['b.md', 'two'],
      ['b.md', null],
    ]);
  });

  test('binary files come back as bytes', async () => {
    const { vault, file } = loaded();
    await vault.createBinary('a.png', new Uint8Array([1, 2, 255]).buffer);
    expect([...new Uint8Array(await vault.readBinary(file('a.png')))]).toEqual([1, 2, 255]);
  });
});

describe('moving and removing', () => {
  test('a rename keeps the object and fires rename alone', async () => {
    const { vault, file, events } = loaded({ 'a.md': 'one', 'b.md': '' });
    const note = file('a.md');
    await vault.rename(note, 'c.markdown');
    expect(vault.getAbstractFileByPath('c.markdown')).toBe(note);
    expect([note.name, note.basename, note.extension]).toEqual(['c.markdown', 'c', 'markdown']);
    expect(events).toEqual(['rename a.md > c.markdown']);
    await expect(vault.rename(note, 'b.md')).rejects.toThrow('Destination file already exists!');
    await expect(vault.rename(note, 'none/b.md')).rejects.toThrow(/ENOENT/);
  });

  test('a folder takes its children along: its own event first, then theirs', async () => {
    const { vault, events, file } = loaded({ 'a/b/c.md': 'one', 'a/d.md': '' });
    const note = file('a/b/c.md');
    await vault.rename(vault.getFolderByPath('a') as TFolder, 'z');
    expect(events).toEqual([
      'rename a > z',
      'rename a/b > z/b',
      'rename a/b/c.md > z/b/c.md',
      'rename a/d.md > z/d.md',
    ]);
    expect(note.path).toBe('z/b/c.md');
    expect(note.parent?.path).toBe('z/b');
    expect(await vault.read(note)).toBe('one');
    expect(vault.getAbstractFileByPath('a')).toBeNull();
  });

  test('deleting a folder deletes its children first', async () => {
    const { vault, events } = loaded({ 'a/b/c.md': '', 'a/d.md': '' });
    await vault.delete(vault.getFolderByPath('a') as TFolder, true);
    expect(events).toEqual(['delete a/b/c.md', 'delete a/d.md', 'delete a/b', 'delete a']);
    expect(vault.getRoot().children).toEqual([]);
  });

  test('trash moves to .trash under a free name', async () => {
    const { vault, file, events } = loaded({ 'a.md': 'one', '.trash/a.md': 'older', 'x/b.md': '' });
    await vault.trash(file('a.md'), true);
    await vault.trash(vault.getFolderByPath('x') as TFolder, false);
    expect(events).toEqual(['delete a.md', 'delete x/b.md', 'delete x']);
    expect(await vault.adapter.read('.trash/a 2.md')).toBe('one');
    expect(await vault.adapter.exists('.trash/x/b.md')).toBe(true);
  });

  test('copies a file and a folder', async () => {
    const { vault, file } = loaded({ 'a/b.md': 'one' });
    const copy = await vault.copy(file('a/b.md'), 'c.md');
    await vault.copy(vault.getFolderByPath('a') as TFolder, 'd');
    expect(copy.path).toBe('c.md');
    expect(await vault.read(file('d/b.md'))).toBe('one');
  });
});

describe('test doors', () => {
  test('changes from outside fire the same events', () => {
    const { outside, events, file } = loaded({ 'a.md': 'one' });
    outside.write('a.md', 'two');
    outside.write('n/b.md', 'new');
    outside.rename('a.md', 'n/c.md');
    outside.remove('n/b.md');
    expect(events).toEqual(['modify a.md', 'create n', 'create n/b.md', 'rename a.md > n/c.md', 'delete n/b.md']);
    expect(file('n/c.md').stat.size).toBe(3);
  });

  test('a file that leaves a hidden folder is created, one that goes there is deleted', () => {
    const { outside, events } = loaded({ '.trash/a.md': 'one', 'b.md': '' });
    outside.rename('.trash/a.md', 'a.md');
    outside.rename('b.md', '.trash/b.md');
    expect(events).toEqual(['create a.md', 'delete b.md']);
  });

  test('faults meet the vault and not the outside', async () => {
    const { vault, faults, outside, file } = loaded({ 'a.md': 'one', 'b.md': 'two' });
    faults.read((path) => (path === 'a.md' ? new Error('EIO') : null));
    await expect(vault.read(file('a.md'))).rejects.toThrow('EIO');
    await expect(vault.process(file('a.md'), () => 'x')).rejects.toThrow('EIO');
    expect(await vault.cachedRead(file('b.md'))).toBe('two');
    faults.clear();
    faults.readOnly(true);
    await expect(vault.process(file('a.md'), () => 'x')).rejects.toThrow(/EROFS/);
    await expect(vault.create('c.md', '')).rejects.toThrow(/EROFS/);
    await expect(vault.rename(file('a.md'), 'c.md')).rejects.toThrow(/EROFS/);
    await expect(vault.delete(file('a.md'))).rejects.toThrow(/EROFS/);
    await expect(vault.trash(file('a.md'), false)).rejects.toThrow(/EROFS/);
    outside.write('a.md', 'from outside');
    expect(await vault.read(file('a.md'))).toBe('from outside');
    faults.readOnly(false);
    expect(await vault.process(file('a.md'), () => 'x')).toBe('x');
  });
});

test('a listener that throws does not keep the next one from being called', () => {
  const { vault, outside } = loaded({ 'a.md': '' });
  const seen: string[] = [];
  const ref = vault.on('modify', (file) => seen.push(file.path));
  outside.write('a.md', 'x');
  vault.offref(ref);
  outside.write('a.md', 'y');
  expect(seen).toEqual(['a.md']);
});

test('counts UTF-8 bytes', () => {
  for (const text of ['', 'abc', 'zwölf', '📅 ⏫', '\uFEFF¿']) expect(utf8Length(text)).toBe(Buffer.byteLength(text));
});
