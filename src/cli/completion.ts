import type { Command as Program } from 'commander'

export const shells = ['bash', 'zsh'] as const
export type Shell = (typeof shells)[number]

/** What the shell runs to complete words of `vinculo`: made from the commands themselves, so it is never behind them. */
export function completionScript(program: Program, shell: Shell): string {
  const cases = [...pathsOf(program, [])].map(({ path, words }) => `    '${path.join(' ')}') words='${words.join(' ')}' ;;`)
  const lines = [
    '_vinculo() {',
    "  local word words='' way='' at",
    '  _vinculo_words "$way"',
    '  for ((at = 1; at < COMP_CWORD; at++)); do',
    '    word="${COMP_WORDS[at]}"',
    '    case " $words " in *" $word "*) case "$word" in -*) ;; *) way="${way:+$way }$word"; _vinculo_words "$way" ;; esac ;; esac',
    '  done',
    '  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '}',
    '_vinculo_words() {',
    '  case "$1" in',
    ...cases,
    '  esac',
    '}',
    'complete -o default -F _vinculo vinculo',
  ]
  return [...(shell === 'zsh' ? ['autoload -U +X compinit && compinit', 'autoload -U +X bashcompinit && bashcompinit'] : []), ...lines].join('\n')
}

/** Every command, the program itself first, with the words that may follow it. */
function* pathsOf(program: Program, path: readonly string[]): Generator<{ path: readonly string[]; words: string[] }> {
  const options = program.options.flatMap(({ long }) => long ?? [])
  const arguments_ = program.registeredArguments.flatMap(({ argChoices }) => argChoices ?? [])
  yield { path, words: [...program.commands.map((command) => command.name()), ...arguments_, ...options, '--help'] }
  for (const command of program.commands) yield* pathsOf(command, [...path, command.name()])
}
