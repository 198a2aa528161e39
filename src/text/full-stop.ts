/** The title without the full stop that some services and styles print behind it; an ellipsis stays. */
export function withoutFullStop(title: string): string {
  return title.replace(/(?<!\.\.|\.\p{Lu})\.$/u, '');
}
