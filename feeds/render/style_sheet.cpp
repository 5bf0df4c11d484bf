#include "feeds/identity.hpp"
#include "feeds/render/render.hpp"

namespace masthead::feeds {
namespace {

// Colours of text have a contrast of at least 4.5:1 to what is behind them (WCAG 2.2, 1.4.3), targets are 24 px or
// more.
constexpr std::string_view style = R"css(:root {
  color-scheme: light dark;
  --paper: #faf8f4; --raised: #ffffff; --ink: #22252a; --soft: #5b5f66; --line: #e2ddd3;
  --link: #8a3312; --tint: #f3ece1;
  --post: #1f5f8b; --episode: #7a3b8f; --newsletter: #2f6b3a;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17191c; --raised: #1f2226; --ink: #e5e2db; --soft: #a4a8ae; --line: #34383e;
    --link: #f0a57e; --tint: #26292e;
    --post: #7fbbe3; --episode: #cf9be0; --newsletter: #8fcf9b;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); overflow-wrap: break-word;
}
main, .banner, footer { max-width: 43rem; margin-inline: auto; padding-inline: 1.25rem; }
main { padding-block: 1rem 2rem; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px; }
h1, h2, h3, h4, h5, h6 { line-height: 1.22; margin: 2.2em 0 .5em; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.5rem); margin-top: .6em; letter-spacing: -.01em; }
h2 { font-size: 1.35rem; }
p { margin: 0 0 1em; }
img, video, svg { max-width: 100%; height: auto; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; padding: .4rem .8rem; background: var(--raised); z-index: 1; }
.banner { padding-block: 1.1rem .9rem; font: 600 .95rem var(--sans); }
.banner a { display: inline-block; padding-block: .2rem; color: var(--soft); text-decoration: none; }
.banner a:hover { color: var(--link); text-decoration: underline; }
.lead { font-size: 1.15rem; color: var(--soft); }
.empty { color: var(--soft); font-style: italic; }
footer {
  border-top: 1px solid var(--line); padding-block: 1.2rem 2.5rem;
  font: .85rem/1.5 var(--sans); color: var(--soft);
}

.portrait {
  display: inline-flex; align-items: center; justify-content: center; flex: none;
  width: 2rem; height: 2rem; border-radius: 50%; object-fit: cover;
  background: var(--tint); color: var(--soft); font: 600 .72rem var(--sans);
}
.portrait.large { width: 6rem; height: 6rem; font-size: 1.7rem; }
.card {
  display: flex; gap: 1.2rem; align-items: flex-start; margin: 1.2rem 0;
  padding: 1.2rem; background: var(--raised); border: 1px solid var(--line); border-radius: .8rem;
}
.card .about { min-width: 0; flex: 1; }
.card .name { margin: 0; font-size: 1.2rem; font-weight: 700; line-height: 1.3; }
.card h1.name { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.1rem); }
.card h1.name a { color: inherit; text-decoration: none; }
.card h1.name a:hover { color: var(--link); text-decoration: underline; }
.card .work { margin: .1rem 0 0; font: .88rem/1.5 var(--sans); color: var(--soft); }
.card .p-note { margin: .6rem 0 0; font-size: 1rem; line-height: 1.5; }
.handles, .tags, .apps { list-style: none; margin: .8rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.handles a, .apps a, .tags li {
  display: inline-block; padding: .25rem .7rem; border: 1px solid var(--line); border-radius: 1rem;
  background: var(--paper); color: var(--ink); font: .82rem/1.4 var(--sans); text-decoration: none; max-width: 100%; overflow-wrap: anywhere;
}
.handles li, .apps li { min-width: 0; }
.handles a:hover, .apps a:hover { border-color: var(--link); color: var(--link); }
.platform { color: var(--soft); margin-right: .1em; }

.subscribe {
  margin: 1.2rem 0; padding: 1rem 1.2rem 1.1rem; background: var(--tint); border-radius: .8rem;
  font: .92rem/1.5 var(--sans);
}
.subscribe h2 { margin: 0 0 .2rem; font: 700 1.05rem var(--sans); }
.subscribe p { margin: 0 0 .7rem; }
.subscribe .address { display: grid; grid-template-columns: 5.5rem 1fr auto; gap: .6rem; align-items: center; margin: .45rem 0; }
.subscribe input {
  width: 100%; min-width: 0; padding: .45rem .6rem; border: 1px solid var(--line); border-radius: .4rem;
  background: var(--raised); color: var(--ink); font: .85rem ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace;
}
.subscribe .address a { padding: .3rem 0; }
.subscribe details .address { grid-template-columns: 1fr auto; gap: .1rem .6rem; }
.subscribe details .address input { grid-column: 1 / -1; order: 3; }
details { margin-top: .6rem; }
summary { cursor: pointer; padding: .2rem 0; color: var(--link); }

.h-feed > .h-entry { padding: 1.6rem 0 1.4rem; border-top: 1px solid var(--line); }
.h-feed > .subscribe + .h-entry { border-top: 0; }
.h-entry > h2 { margin: .15rem 0 .35rem; font-size: 1.45rem; }
.h-entry > h2 a, .h-entry > h1 a { color: inherit; text-decoration: none; }
.h-entry > h2 a:hover, .h-entry > h1 a:hover { color: var(--link); text-decoration: underline; }
.h-entry > h1 { margin-top: .2em; }
.origin { display: flex; flex-wrap: wrap; gap: 0 .9em; margin: 0; font: .85rem/1.8 var(--sans); color: var(--soft); }
.origin a { color: inherit; }
.kind { font-weight: 650; color: var(--post); }
.kind::before { content: ""; display: inline-block; width: .55em; height: .55em; margin-right: .45em; border-radius: 50%; background: currentColor; }
.kind-episode { color: var(--episode); }
.kind-newsletter { color: var(--newsletter); }
.byline { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem; margin: 0 0 .7rem; font: .92rem/1.5 var(--sans); }
.byline .h-card { display: inline-flex; align-items: center; gap: .5rem; }
.byline .others { color: var(--soft); }
.p-summary { margin: 0 0 .6rem; }
.player { margin: .8rem 0; }
.player audio, .player video { width: 100%; display: block; }
.player .facts { display: flex; flex-wrap: wrap; gap: 0 1.1em; margin: .35rem 0 0; font: .85rem/1.8 var(--sans); color: var(--soft); }
.alternates { margin: .4rem 0 0; font: .85rem/1.8 var(--sans); color: var(--soft); }

.e-content { margin: 1.5rem 0; font-size: 1.125rem; line-height: 1.68; }
.e-content blockquote { margin: 1.2em 0; padding-left: 1.1em; border-left: 3px solid var(--line); color: var(--soft); }
.e-content pre { overflow-x: auto; padding: .9em 1em; background: var(--tint); border-radius: .5rem; font-size: .85em; }
.e-content table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; font: .95rem/1.5 var(--sans); }
.e-content th, .e-content td { padding: .4em .7em; border: 1px solid var(--line); text-align: start; }
.e-content figure { margin: 1.5em 0; }
.e-content figcaption { font: .85rem/1.5 var(--sans); color: var(--soft); }
.e-content hr, .cards { border: 0; border-top: 1px solid var(--line); }
.cards { margin-top: 2rem; padding-top: .4rem; }

.earlier, .feeds { list-style: none; margin: 0; padding: 0; }
.earlier li, .feeds li { padding: .7rem 0; border-top: 1px solid var(--line); }
.earlier li > a, .feeds li > a { font-weight: 600; text-decoration: none; }
.earlier li > a:hover, .feeds li > a:hover { text-decoration: underline; }
.pager { display: flex; flex-wrap: wrap; gap: .4rem 1.5rem; margin-top: 2rem; font: 600 .95rem var(--sans); }
.pager a { padding-block: .3rem; }
.feeds p { margin: .1rem 0 0; color: var(--soft); font-size: .98rem; }

@media (max-width: 30rem) {
  .card { gap: .9rem; padding: 1rem; }
  .portrait.large { width: 4rem; height: 4rem; font-size: 1.2rem; }
  .subscribe .address { grid-template-columns: 1fr auto; gap: .15rem .6rem; }
  .subscribe .address input { grid-column: 1 / -1; order: 3; }
}
@media (prefers-reduced-motion: no-preference) { a, .handles a { transition: color .12s, border-color .12s; } }
@media print {
  .subscribe, .banner, .player, .pager, .skip { display: none; }
  body { background: none; color: #000; }
  .h-feed > .h-entry { break-inside: avoid; }
}
)css";

}  // namespace

std::string_view style_sheet() { return style; }

std::string style_sheet_path() { return "/style-" + uuid5({}, style).substr(0, 8) + ".css"; }

}  // namespace masthead::feeds
