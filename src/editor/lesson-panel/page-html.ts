/** Where the page loads its parts from, as the webview spells it. */
export interface PageParts {
  readonly cspSource: string;
  readonly codicons: string;
  readonly style: string;
  readonly script: string;
  /** Unguessable, new for each page: only the script that carries it runs. */
  readonly nonce: string;
}

/**
 * The empty frame of the lesson page; its program fills it. Nothing runs but that program, nothing
 * loads but our own style and font, and nobody can be called.
 */
export function pageHtml({ cspSource, codicons, style, script, nonce }: PageParts): string {
  const policy = [
    `default-src 'none'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lesson</title>
<link rel="stylesheet" href="${codicons}">
<link rel="stylesheet" href="${style}">
</head>
<body>
<header class="bar"><div>
<span id="crumb" class="crumb"></span>
<span id="progress" class="count"></span>
<progress id="meter" max="1" value="0" aria-label="Done in this lesson"></progress>
<span id="engine" class="engine" role="status"><span class="dot" aria-hidden="true"></span><span class="text"></span></span>
</div></header>
<div class="page">
<main>
<h1 id="title" tabindex="-1"></h1>
<p id="summary" class="lead"></p>
<div id="content"></div>
<nav id="footer" class="foot" aria-label="Other lessons"></nav>
</main>
<nav id="outline" class="outline" aria-label="On this page" hidden></nav>
</div>
<p id="announcement" class="hidden" role="status"></p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
