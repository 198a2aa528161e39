import { type CommandModel, flagsOf, type OptionModel, type ProgramModel } from './model.ts';

/** A script for zsh, to save in a folder of `fpath` as `_offprint` or to source. */
export function zshCompletion({ commands }: ProgramModel): string {
  const descriptions = commands.map(({ name, description }) => quoted(`${name}:${description}`));
  return `#compdef offprint
# Completion of offprint for zsh. In ~/.zshrc, after compinit: source <(offprint completion zsh)

_offprint_list() {
  compset -P '*,'
  compset -P '[-+]'
  compadd -S '' -- "$@"
}

_offprint_commands() {
  local -a commands=(
    ${descriptions.join('\n    ')}
  )
  _describe -t commands command commands
}

_offprint_first() {
  _alternative 'commands:command:_offprint_commands' 'files:file:_files'
}

_offprint() {
  local command=${commands[0]?.name}
  local -a operands=('1: :_offprint_first' '*:file:_files')
  if ((CURRENT > 2)) && [[ $words[2] == (${commands.map(({ name }) => name).join('|')}) ]]; then
    command=$words[2]
    operands=('*:file:_files')
    shift words
    ((CURRENT--))
  fi
  local -a options
  case $command in
${commands.map(commandCase).join('\n')}
  esac
  _arguments -s -S $options $operands
}

if [[ $funcstack[1] == _offprint ]]; then
  _offprint "$@"
else
  compdef _offprint offprint
fi
`;
}

function commandCase({ name, options, operands }: CommandModel): string {
  const own =
    operands === 'files'
      ? ''
      : `\n      operands=(${operands === 'none' ? '' : quoted(`1: :(${operands.join(' ')})`)})`;
  const specifications = options.flatMap(optionSpecifications).map((text) => `        ${quoted(text)}`);
  return `    ${name})${own}\n      options=(\n${specifications.join('\n')}\n      )\n      ;;`;
}

/** `*-f+[description]:message:(names)`: may be repeated, and its value is in the same word or the next one. */
function optionSpecifications(option: OptionModel): string[] {
  const description = option.description.replace(/[[\]:\\]/g, '\\$&');
  const { value } = option;
  return flagsOf(option).map((flag) => {
    if (value.type === 'none') return `*${flag}[${description}]`;
    return `*${flag}${flag.startsWith('--') ? '=' : '+'}[${description}]:value:${valueAction(option)}`;
  });
}

function valueAction({ value }: OptionModel): string {
  switch (value.type) {
    case 'none':
    case 'text':
      return ' ';
    case 'file':
      return '_files';
    case 'choice':
      return `(${value.names.join(' ')})`;
    case 'list':
      return `{_offprint_list ${value.names.join(' ')}}`;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
