import { FONT_FAMILIES } from './fonts';

/**
 * How a paper stands on A4, in Typst. It is a constant: what differs from paper to paper comes in as
 * JSON (`DrawnPaper`), and text from it is only ever a string, never markup.
 */
export const PAPER_TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#let ink = rgb("#211a26")
#let rule = rgb("#7f7586")
#let sunken = rgb("#f1ece4")
#let hang = 36pt

#set document(title: paper.title, date: datetime(..paper.date))
#set text(
  font: (${FONT_FAMILIES.map((name) => `"${name}"`).join(', ')}),
  fallback: false, size: 11pt, lang: "en", region: "GB", fill: ink, hyphenate: false,
)
#set par(justify: false, leading: 0.6em, spacing: 11pt)
#set page(
  paper: "a4",
  margin: (x: 56.6pt, top: 56pt, bottom: 56pt),
  header: {
    set text(weight: "bold")
    grid(columns: (1fr, auto), paper.mark, paper.audience)
  },
  footer: {
    line(length: 100%, stroke: 0.5pt + rule)
    v(-4pt)
    grid(columns: (1fr, auto), column-gutter: 12pt, paper.foot,
      context counter(page).display((now, all) => "Page " + str(now) + " of " + str(all), both: true))
  },
)

#show heading: set text(hyphenate: false)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 1): set block(below: 14pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): set block(above: 20pt, below: 10pt)
#show heading.where(level: 3): set text(size: 12pt)
#show heading.where(level: 3): set block(above: 15pt, below: 8pt)
#show heading.where(level: 4): set text(size: 11pt)
#show heading.where(level: 4): set block(above: 12pt, below: 6pt)
#show link: it => text(fill: rgb("#6b2163"), underline(it))
#set list(marker: ([•], [–]), indent: 4pt, body-indent: 7pt, spacing: 8.5pt)
#set enum(indent: 4pt, body-indent: 7pt, spacing: 8.5pt)

#set table(stroke: 0.5pt + rule, inset: (x: 5pt, y: 5pt), align: left + top)
#show table: set par(spacing: 9pt)
#show table.cell.where(y: 0): set text(weight: "bold")
#set figure(gap: 8pt, numbering: none, supplement: none)
#set figure.caption(position: top)
#show figure: set align(left)
#show figure: set block(above: 14pt, below: 14pt)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => block(sticky: true, width: 100%, align(left, strong(it.body)))

#let spans(runs) = for run in runs {
  let words = [#run.text]
  if run.at("bold", default: false) { words = strong(words) }
  if run.at("italic", default: false) { words = emph(words) }
  if "href" in run { words = link(run.href, words) }
  words
}
#let blocks(all) = for (at, it) in all.enumerate() {
  if it.kind == "paragraph" {
    // What leads to a list stays with it.
    let leads = at + 1 < all.len() and all.at(at + 1).kind == "list"
    if leads { block(sticky: true, par(spans(it.spans))) } else { par(spans(it.spans)) }
  } else {
    let items = it.items.map(blocks)
    if it.ordered { enum(..items) } else { list(..items) }
  }
}

// A number that hangs to the left of its paragraph; of what has a heading, of the heading.
#let hanging(number, words) = par(hanging-indent: hang, {
  box(width: hang - 0.26em, number)
  [ ]
  words
})
#let sizes = (14pt, 12pt, 11pt)
#let titled(level, number, words) = if number == none { heading(level: level, words) } else {
  context {
    let bold = text.with(size: sizes.at(level - 2), weight: "bold")
    let gap = calc.max(0pt, hang - measure(bold(number + " ")).width)
    show heading: set block(inset: (left: hang))
    heading(level: level, { h(-hang); number; " "; h(gap); words })
  }
}

#let chart(drawing) = {
  figure(
    kind: image,
    caption: drawing.title,
    image(bytes(sys.inputs.at(drawing.picture)), format: "svg", width: 100%, alt: drawing.alternative),
  )
  // A short one stays on one page.
  show figure.where(kind: table): set block(breakable: drawing.numbers.rows.len() > 20)
  figure(
    kind: table,
    caption: drawing.numbers.caption,
    table(
      columns: (1fr,) + (auto,) * (drawing.numbers.headings.len() - 1),
      align: (x, y) => if x == 0 { left } else { right },
      fill: (x, y) => if y == 0 { sunken },
      table.header(..drawing.numbers.headings.map(words => [#words])),
      ..drawing.numbers.rows.flatten().map(words => [#words]),
    ),
  )
}

#let paragraph(it, level) = {
  let rest = it.blocks
  if it.heading != none {
    titled(level, it.number, it.heading)
    if rest.len() > 0 { pad(left: hang, blocks(rest)) }
  } else if rest.len() > 0 and rest.first().kind == "paragraph" {
    hanging(it.number, spans(rest.first().spans))
    if rest.len() > 1 { pad(left: hang, blocks(rest.slice(1))) }
  } else {
    block(sticky: true, par(it.number))
    pad(left: hang, blocks(rest))
  }
  for drawing in it.charts { chart(drawing) }
}

#let parts(all, level) = for part in all {
  titled(level, none, part.heading)
  blocks(part.blocks)
}

#let line-of(it) = {
  if "rag" in it { strong(text(fill: rgb(it.ink), it.rag)) } else if "label" in it {
    par({ [#it.label: ]; it.text })
  } else if "strong" in it { par(strong(it.text)) } else { par(it.text) }
}
#let cell(it, keep) = {
  let rated = it.find(line => "rag" in line)
  table.cell(
    fill: if rated != none { rgb(rated.shade) },
    breakable: not keep,
    for line in it { line-of(line) },
  )
}
#let drawn-table(it) = if it.rows.len() == 0 {
  block(sticky: true, strong(it.caption))
  par(it.empty)
} else {
  figure(
    kind: table,
    caption: it.caption,
    table(
      columns: it.widths.map(width => width * 1pt),
      fill: (x, y) => if y == 0 { sunken },
      table.header(..it.headings.map(words => [#words])),
      ..it.rows.map(row => row.cells.map(it => cell(it, row.keep))).flatten(),
    ),
  )
}

#let notices = if paper.notices.len() > 0 {
  block(width: 100%, stroke: (left: 4pt + rule), fill: sunken, inset: 10pt,
    for words in paper.notices { par(strong(words)) })
}

#heading(level: 1, paper.title)
#if paper.under != none { par(paper.under) }
#notices
#if paper.front.len() > 0 {
  table(
    columns: (120pt, 1fr),
    fill: (x, y) => if y == 0 { sunken },
    table.header([Detail], [This paper]),
    ..paper.front.map(row => (strong(row.label), [#row.text])).flatten(),
  )
}
#for section in paper.sections {
  if section.summary != none { pagebreak(weak: true) }
  titled(2, section.number, section.heading)
  if section.summary != none {
    titled(3, none, section.summary.heading)
    parts(section.summary.parts, 4)
    pagebreak(weak: true)
  }
  for it in section.paragraphs { paragraph(it, 3) }
}
#parts(paper.parts, 2)
#for group in paper.groups {
  page(flipped: group.flipped, for it in group.tables {
    if it.heading != none { titled(2, none, it.heading) }
    drawn-table(it)
  })
}
`;
