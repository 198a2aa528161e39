import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith, offprint } from './run.ts';

type Shell = 'bash' | 'zsh' | 'fish';

const shells = ['bash', 'zsh', 'fish'] as const;
const isInstalled = (shell: Shell) => spawnSync(shell, ['-c', 'exit']).status === 0;

/** Runs a script of a shell in a folder with one file; the completion of that shell lies there as `completion`. */
function inShell(shell: Shell, script: string): string {
  const cwd = folderWith({ 'dump one.txt': '', completion: offprint(['completion', shell]).stdout });
  writeFileSync(`${cwd}/script`, script);
  const { stdout, stderr } = spawnSync(shell, shell === 'zsh' ? ['-f', 'script'] : ['script'], {
    cwd,
    timeout: 30_000,
    env: { ...process.env, TERM: 'xterm', HOME: cwd, XDG_CONFIG_HOME: cwd, XDG_DATA_HOME: cwd },
  });
  expect(stderr.toString()).toBe('');
  return shell === 'zsh' ? readFileSync(`${cwd}/result`, 'utf8') : stdout.toString();
}

/** What each shell offers for a command line, sorted. The last word is the one that is being typed. */
const complete: Record<Shell, (line: string) => string[]> = {
  bash: (line) => {
    // Bash hands over `--format=csv` as three words.
    const words = line.split(' ').flatMap((word) => word.split(/(=)/).filter((part, at) => part !== '' || at === 0));
    return inShell(
      'bash',
      `source completion; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
      _offprint; printf '%s\\n' "\${COMPREPLY[@]}"`,
    )
      .split('\n')
      .filter((word) => word !== '')
      .sort();
  },
  // An interactive zsh inserts all that matches, and shows the line it then has.
  zsh: (line) =>
    inShell(
      'zsh',
      `zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "
        PS1=; PS2=; unsetopt prompt_cr prompt_sp; autoload -Uz compinit; compinit -u -d .compdump; source ./completion
        zle -C all complete-word _generic; bindkey '^I' all
        zstyle ':completion:all::::' completer _all_matches _complete
        zstyle ':completion:all:*' insert true
        finish() { print -r -- \\$BUFFER > unfinished; mv unfinished result; }; zle -N finish; bindkey '^X^F' finish
        print ready > ready"
      until [[ -e ready ]]; do sleep 0.05; done
      zpty -w -n shell $'${line}\\t\\C-x\\C-f'
      for ((i = 0; i < 200; i++)); do [[ -e result ]] && break; sleep 0.05; done
      zpty -d shell`,
    )
      .replace(line.slice(0, line.lastIndexOf(' ') + 1), '')
      .trim()
      .split(/(?<!\\) /)
      .sort(),
  fish: (line) =>
    inShell('fish', `source completion; complete -C '${line}'`)
      .split('\n')
      .filter((word) => word !== '')
      .map((word) => word.split('\t')[0] ?? '')
      .sort(),
};

const commands = ['check', 'completion', 'grep', 'help', 'parse', 'schema', 'stats'];
const outputFormats = ['bibtex', 'csl-json', 'csv', 'json', 'list', 'markdown', 'ndjson', 'ris', 'table', 'tsv'];

describe.each(shells)('completion for %s', (shell) => {
  it('is a script', () => {
    const { status, stdout, stderr } = offprint(['completion', shell]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`for ${shell}`);
  });

  describe.skipIf(!isInstalled(shell))('run by that shell', () => {
    it.each<[string, string[]]>([
      ['offprint gr', ['grep']],
      ['offprint --full --format ', outputFormats],
      ['offprint grep x -f nd', ['ndjson']],
      ['offprint stats -f ', ['csv', 'json', 'text']],
      ['offprint check --format j', ['json']],
      ['offprint --color a', ['always', 'auto']],
      ['offprint --dedu', ['--dedupe']],
      ['offprint --format=c', ['csl-json', 'csv']],
      ['offprint --columns=+i', ['+id']],
      ['offprint grep --in', ['--in', '--invert-match']],
      ['offprint grep x --in ti', ['title']],
      ['offprint --format-in rec', ['records']],
      ['offprint --by w', ['week']],
      ['offprint parse --trailing-count c', ['comments']],
      ['offprint --announce new,r', ['new,replace', 'new,replace-cross']],
      ['offprint --columns +up', ['+upvotes']],
      ['offprint --columns date,ca', ['date,categories']],
      ['offprint --sort date,+t', ['date,+title', 'date,+trending']],
      ['offprint completion ', ['bash', 'fish', 'zsh']],
      ['offprint help s', ['schema', 'stats']],
      ['offprint stats --min-u', ['--min-upvotes']],
      ['offprint --vers', ['--version']],
    ])('completes %j', (line, expected) => {
      // Shells may give the option before `=`, or `=` after it.
      const offered = complete[shell](line).map((word) => word.replace(/^--[a-z-]+=(?=.)|=$/g, ''));
      expect(offered).toEqual(expected);
    });

    it('offers the commands first', () => {
      expect(complete[shell]('offprint ')).toEqual(expect.arrayContaining(commands));
    });

    it('completes names of files', () => {
      if (shell === 'bash') {
        // Bash itself completes them where the script has nothing to say.
        expect(complete.bash('offprint stats dum')).toEqual([]);
        expect(inShell('bash', 'source completion; complete -p offprint')).toContain('-o default');
        return;
      }
      for (const line of ['offprint dum', 'offprint stats dum', 'offprint -o dum']) {
        expect(complete[shell](line).map((word) => word.replaceAll('\\', ''))).toEqual(['dump one.txt']);
      }
    });
  });
});
