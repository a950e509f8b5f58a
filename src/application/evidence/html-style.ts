/** Screen and paper; the reader's own light or dark. */
export const htmlStyle = [
  ':root{color-scheme:light dark}',
  'body{margin:0;font:16px/1.5 system-ui,"Segoe UI",sans-serif}',
  'main{max-width:60rem;margin:0 auto;padding:1.5rem}',
  'h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2.5rem;border-bottom:1px solid}h3{font-size:1.1rem;margin-bottom:.25rem}h4{font-size:1rem}',
  'p,dd,td,li{overflow-wrap:anywhere}',
  'dl{display:grid;gap:.4rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr))}dt{font-size:.85rem;opacity:.8}dd{margin:0}',
  '.check{border:1px solid;border-radius:.5rem;padding:0 1rem}.check h2{margin-top:.75rem;border:0}',
  '.text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid;border-radius:.5rem;padding:1rem}',
  'article{margin-bottom:2rem}',
  'table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8888}td:first-child{white-space:nowrap}',
  '@media(max-width:640px){td:first-child{white-space:normal;min-width:7rem}}',
  '@media print{main{max-width:none;padding:0}tr{break-inside:avoid}h2,h3{break-after:avoid}}',
].join('')
