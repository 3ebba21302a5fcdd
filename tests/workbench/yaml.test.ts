import { describe, expect, test } from '@jest/globals';
import { getFrontMatterInfo, parseYaml, stringifyYaml } from '../../scripts/workbench/obsidian/metadata/yaml';

describe('yaml', () => {
  test('is read as YAML 1.2', () => {
    expect(
      parseYaml(
        'a: 2026-03-06\nb: 10:30\nc: 010\nd: 1.5\ne: true\nf: "2026-03-06"\ng: [2026-01-01, -3]\nh:\n2026-01-02: x\ni: 2026-03-06 # why',
      ),
    ).toEqual({
      a: '2026-03-06',
      b: '10:30',
      c: 10,
      d: 1.5,
      e: true,
      f: '2026-03-06',
      g: ['2026-01-01', -3],
      h: null,
      '2026-01-02': 'x',
      i: '2026-03-06',
    });
    expect(parseYaml('')).toBeNull();
    expect(() => parseYaml('a: 1\na: 2')).toThrow();
    expect(parseYaml(stringifyYaml({ a: ['x', 'y'], b: 'c: d' }))).toEqual({ a: ['x', 'y'], b: 'c: d' });
  });

  test('stands where it stands', () => {
    const text = '---\na: 1\nb: 2\n---\nbody';
    const info = getFrontMatterInfo(text);
    expect([info.frontmatter, text.slice(info.contentStart)]).toEqual(['a: 1\nb: 2', 'body']);
    expect(getFrontMatterInfo('---\n---\nx')).toMatchObject({ exists: true, frontmatter: '', contentStart: 8 });
    expect(getFrontMatterInfo('--- \r\na: 1\r\n---')).toMatchObject({ exists: true, frontmatter: 'a: 1' });
    expect(getFrontMatterInfo('text\n---\na: 1\n---\n').exists).toBe(false);
  });
});
