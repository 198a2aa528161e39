import type { CommandModel, OptionModel, ProgramModel } from './model.ts';

/** A script for fish 3 and newer. */
export function fishCompletion({ commands }: ProgramModel): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# Completion of offprint for fish: offprint completion fish > ~/.config/fish/completions/offprint.fish

function __offprint_command
    set -l words (commandline -opc)
    if set -q words[2]; and contains -- $words[2] ${names}
        echo $words[2]
    else
        echo ${commands[0]?.name}
    end
end

function __offprint_is
    test (__offprint_command) = $argv[1]
end

function __offprint_is_first
    test (count (commandline -opc)) = 1
end

function __offprint_list
    set -l word (string replace -r -- '^--[a-z-]+=' '' (commandline -ct))
    set -l before (string match -r -- '^(?:.*,)?[-+]?' "$word")
    printf '%s\\n' "$before"$argv
end

complete -c offprint -e
${commands.map(commandLines).join('\n')}
`;
}

function commandLines({ name, description, options, operands }: CommandModel): string {
  const condition = `complete -c offprint -n '__offprint_is ${name}'`;
  const lines = [`complete -c offprint -n __offprint_is_first -a ${name} -d ${quoted(description)}`];
  if (operands !== 'files') lines.push(`${condition} -f`);
  if (typeof operands !== 'string') lines.push(`${condition} -a ${quoted(operands.join(' '))}`);
  return [...lines, ...options.map((option) => `${condition}${optionArguments(option)}`)].join('\n');
}

function optionArguments(option: OptionModel): string {
  const { short, long, description, value } = option;
  const flags = `${short === null ? '' : ` -s ${short.slice(1)}`}${long === null ? '' : ` -l ${long.slice(2)}`}`;
  return `${flags}${valueArguments(value)} -d ${quoted(description)}`;
}

function valueArguments(value: OptionModel['value']): string {
  switch (value.type) {
    case 'none':
      return '';
    case 'file':
      return ' -r -F';
    case 'text':
      return ' -x';
    case 'choice':
      return ` -x -a ${quoted(value.names.join(' '))}`;
    case 'list':
      return ` -x -a ${quoted(`(__offprint_list ${value.names.join(' ')})`)}`;
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
