import { type CommandModel, flagsOf, type OptionModel, type ProgramModel } from './model.ts';

/** A script for bash 3.2 and newer. If it has no answer, bash completes file names. */
export function bashCompletion({ commands }: ProgramModel): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# Completion of offprint for bash. In ~/.bashrc: eval "$(offprint completion bash)"

_offprint_choice() {
  COMPREPLY=($(compgen -W "$1" -- "$word"))
}

_offprint_list() {
  local before=
  [[ $word == *,* ]] && before=\${word%,*},
  [[ \${word#"$before"} == [-+]* ]] && before=\${word:0:\${#before} + 1}
  COMPREPLY=($(compgen -P "$before" -W "$1" -- "\${word#"$before"}"))
  compopt -o nospace 2> /dev/null
}

_offprint_first() {
  local name
  _offprint_choice "$1"
  while IFS= read -r name; do
    COMPREPLY+=("$name")
  done < <(compgen -f -- "$word")
  compopt -o filenames 2> /dev/null
}

_offprint_nothing() {
  compopt +o default 2> /dev/null
}

_offprint() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=${commands[0]?.name}
  COMPREPLY=()
  # After -- there are only file names.
  [[ " \${COMP_WORDS[*]:1:COMP_CWORD - 1} " == *' -- '* ]] && return
  # Bash splits --format=csv into three words.
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in
      ${names.replaceAll(' ', ' | ')}) command=\${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $before" in
${valueCases(commands)}
  esac
  case "$command $word" in
${commands.map(({ name, options }) => `    '${name} -'*) _offprint_choice '${options.flatMap(flagsOf).join(' ')}' ;;`).join('\n')}
${commands.map((command, index) => operandCase(command, index === 0 ? names : null)).join('\n')}
  esac
}

complete -o default -F _offprint offprint
`;
}

/** One case for all options of all commands that take the same values. */
function valueCases(commands: readonly CommandModel[]): string {
  const patterns = new Map<string, string[]>();
  for (const { name, options } of commands) {
    for (const option of options) {
      const action = valueAction(option);
      if (action === null) continue;
      const known = patterns.get(action) ?? [];
      patterns.set(action, [...known, ...flagsOf(option).map((flag) => `'${name} ${flag}'`)]);
    }
  }
  return [...patterns]
    .map(([action, options]) => `    ${options.join(' | ')})\n      ${action}\n      return\n      ;;`)
    .join('\n');
}

function valueAction({ value }: OptionModel): string | null {
  switch (value.type) {
    case 'none':
      return null;
    case 'file':
      return ':';
    case 'text':
      return '_offprint_nothing';
    case 'choice':
    case 'list':
      return `_offprint_${value.type} '${value.names.join(' ')}'`;
  }
}

/** @param commandNames alternatives to the first operand */
function operandCase({ name, operands }: CommandModel, commandNames: string | null): string {
  const action =
    operands === 'none'
      ? '_offprint_nothing'
      : operands !== 'files'
        ? `_offprint_choice '${operands.join(' ')}'`
        : commandNames === null
          ? ':'
          : `((COMP_CWORD == 1)) && _offprint_first '${commandNames}'`;
  return `    '${name} '*) ${action} ;;`;
}
