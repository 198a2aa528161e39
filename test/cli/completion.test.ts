import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith, offprint } from './run.ts';

type Shell = 'bash' | 'zsh' | 'fish';

const shells = ['bash', 'zsh', 'fish'] as const;
const isInstalled = (shell: Shell) => spawnSync(shell, ['-c', 'exit']).status === 0;

/** Runs a shell script in a folder with one file and, as `completion`, the completion script of that shell. */
function inShell(shell: Shell, script: string): string {
  const cwd = folderWith({ 'dump one.txt': '', completion: offprint(['completion', shell]).stdout });
  writeFileSync(`${cwd}/script`, script);
  const { stdout, stderr } = spawnSync(shell, shell === 'zsh' ? ['-f', 'script'] : ['script'], {
    cwd,
    timeout: 30_000,
    env: { ...process.env, TERM: 'xterm', HOME: cwd, XDG_CONFIG_HOME: cwd, XDG_DATA_HOME: cwd },
  });
  expect(stderr.toString()).toBe('');
  return shell === 'zsh' ? readFileSync(`${cwd}/results`, 'utf8') : stdout.toString();
}

const words = (text: string, separator: string | RegExp) => text.split(separator).filter((word) => word !== '');

/** What each shell offers for some command lines; the last word of a line is being completed. */
const complete: Record<Shell, (lines: readonly string[]) => string[][]> = {
  bash: (lines) => {
    const runs = lines.map((line) => {
      // Bash splits `--format=csv` into three words.
      const typed = line.split(' ').flatMap((word) => word.split(/(=)/).filter((part, at) => part !== '' || at === 0));
      return `COMP_WORDS=(${typed.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${typed.length - 1}; _offprint
        (IFS=$'\\t'; echo "\${COMPREPLY[*]}")`;
    });
    const shown = inShell('bash', ['source completion', ...runs].join('\n'));
    return shown
      .split('\n')
      .slice(0, -1)
      .map((found) => words(found, '\t'));
  },
  // An interactive zsh inserts all matches, and prints the resulting line.
  zsh: (lines) => {
    const typed = lines.map((line) => `zpty -w -n shell $'${line}\\t\\C-x\\C-f'; await`);
    const shown = inShell(
      'zsh',
      `zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "
        PS1=; PS2=; unsetopt prompt_cr prompt_sp; autoload -Uz compinit; compinit -u -d .compdump; source ./completion
        zle -C all complete-word _generic; bindkey '^I' all
        zstyle ':completion:all::::' completer _all_matches _complete
        zstyle ':completion:all:*' insert true
        finish() { print -r -- \\$BUFFER >> results; BUFFER=; }; zle -N finish; bindkey '^X^F' finish
        print ready > results"
      integer known=0
      await() {
        until [[ -e results ]] && ((\${#\${(f)"$(< results)"}} > known)); do zpty -rt shell > /dev/null; sleep 0.01; done
        known+=1
      }
      await
      ${typed.join('\n      ')}
      zpty -d shell`,
    );
    const results = shown.trim().split('\n').slice(1);
    return lines.map((line, index) => {
      // If the line is unchanged, nothing was offered.
      const { [index]: result = '' } = results;
      const found = result === line ? '' : result.slice(line.lastIndexOf(' ') + 1);
      return words(found, /(?<!\\) /).map((word) => word.replaceAll('\\', ''));
    });
  },
  fish: (lines) => {
    const runs = lines.map((line) => `complete -C '${line}'; echo ----`);
    const shown = inShell('fish', ['source completion', ...runs].join('\n'));
    return shown
      .split('----\n')
      .slice(0, lines.length)
      .map((found) => words(found, '\n').map((word) => word.split('\t')[0] ?? ''));
  },
};

const COMMANDS = ['check', 'completion', 'grep', 'help', 'parse', 'schema', 'stats'];
const OUTPUT_FORMATS = [
  'bibtex',
  'csl-json',
  'csv',
  'html',
  'json',
  'list',
  'markdown',
  'ndjson',
  'parquet',
  'ris',
  'table',
  'tsv',
  'xlsx',
];

const CASES: Record<string, string[]> = {
  'offprint gr': ['grep'],
  'offprint --full --format ': OUTPUT_FORMATS,
  'offprint grep x -f nd': ['ndjson'],
  'offprint stats -f ': ['csv', 'json', 'text'],
  'offprint check --format j': ['json'],
  'offprint --color a': ['always', 'auto'],
  'offprint --dedu': ['--dedupe'],
  'offprint --format=c': ['csl-json', 'csv'],
  'offprint --columns=+i': ['+id', '+issue'],
  'offprint grep --in': ['--in', '--invert-match'],
  'offprint grep x --in ti': ['title'],
  'offprint --format-in bib': ['bibtex'],
  'offprint --by w': ['week'],
  'offprint parse --trailing-count c': ['comments'],
  'offprint --announce new,r': ['new,replace', 'new,replace-cross'],
  'offprint --columns +up': ['+upvotes'],
  'offprint --columns date,ca': ['date,categories'],
  'offprint --sort date,+t': ['date,+title', 'date,+trending'],
  'offprint completion ': ['bash', 'fish', 'zsh'],
  'offprint help s': ['schema', 'speed', 'stats'],
  'offprint stats --min-u': ['--min-upvotes'],
  'offprint --vers': ['--version'],
  'offprint grep -- --co': [],
};

const LINES_WITH_FILES = ['offprint dum', 'offprint stats dum', 'offprint -o dum', 'offprint grep -- x dum'];

describe.each(shells)('completion for %s', (shell) => {
  it('prints a valid script', () => {
    const { status, stdout, stderr } = offprint(['completion', shell]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`for ${shell}`);
  });

  it.skipIf(!isInstalled(shell))('completes commands, options, values and files when the shell runs it', () => {
    const lines = [...Object.keys(CASES), ...LINES_WITH_FILES, 'offprint '];
    // Shells may pass the option before `=`, or `=` after it.
    const offered = complete[shell](lines).map((found) =>
      found.map((word) => word.replace(/^--[a-z-]+=(?=.)|=$/g, '')).sort(),
    );
    const answers = Object.fromEntries(lines.map((line, index) => [line, offered[index]]));
    const { 'offprint ': first, ...rest } = answers;
    expect(first).toEqual(expect.arrayContaining(COMMANDS));
    expect(first).toContain('dump one.txt');
    // After the first word the script has no answer, so bash itself completes file names.
    const files = (line: string) => (shell === 'bash' && line !== 'offprint dum' ? [] : ['dump one.txt']);
    expect(rest).toEqual({ ...CASES, ...Object.fromEntries(LINES_WITH_FILES.map((line) => [line, files(line)])) });
  });

  it.skipIf(shell !== 'bash' || !isInstalled(shell))('leaves file names to the shell', () => {
    expect(inShell('bash', 'source completion; complete -p offprint')).toContain('-o default');
  });
});
