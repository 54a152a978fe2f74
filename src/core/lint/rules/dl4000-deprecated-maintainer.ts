import { replaceAt } from '../edits';
import type { Rule } from '../rule';
import { withoutQuotes } from '../words';

export const deprecatedMaintainer: Rule = {
  code: 'DL4000',
  name: 'deprecated-maintainer',
  severity: 'error',
  summary: 'Name authors in a LABEL, not with MAINTAINER.',
  why: 'MAINTAINER has been deprecated for years. A label says the same, and tools can ask for it.',
  example: {
    bad: 'FROM alpine:3.22\nMAINTAINER Ada <ada@example.com>',
    good: 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="Ada <ada@example.com>"',
  },
  buildCheck: 'MaintainerDeprecated',
  *check(file) {
    for (const { keyword, keywordSpan, operandSpan, operandText, span } of file.instructions) {
      if (keyword !== 'MAINTAINER') continue;
      const name = withoutQuotes(operandText.text.trim()).replace(/["\\$]/g, '\\$&');
      const whole = { start: keywordSpan.start, end: operandSpan.end };
      const edits = [replaceAt(file, whole, `LABEL org.opencontainers.image.authors="${name}"`)];
      yield {
        range: file.range(span),
        message: 'MAINTAINER is deprecated; a label says the same.',
        fixes: name === '' ? [] : [{ title: 'Write it as a label', edits, automatic: true }],
      };
    }
  },
};
