export interface Attribution {
  readonly text: string;
  readonly href?: string | undefined;
}

/** Every source's, each once. */
export const allAttributions = (htmls: readonly string[]): Attribution[] => {
  const all = htmls.flatMap(attributionsOf);
  return all.filter((one, index) => all.findIndex((other) => other.text === one.text) === index);
};

/** Whose data a map shows, taken out of the HTML that tile sources give, as text and https links only. */
const attributionsOf = (html: string): Attribution[] => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const links = [...parsed.querySelectorAll('a')].map((link) => ({
    text: (link.textContent ?? '').trim(),
    href: link.href.startsWith('https://') ? link.href : undefined,
  }));
  if (links.length > 0) return links.filter(({ text }) => text !== '');
  const text = (parsed.body.textContent ?? '').trim();
  return text === '' ? [] : [{ text }];
};
