import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type PdfKit from 'pdfkit'
import { amountText, dateText, monthText, statementText } from '../../language/statement-text.ts'
import type { PrintedStatement } from './print-statement.ts'
import type { ShownLine } from './read-statement.ts'

type Pdf = PDFKit.PDFDocument

const require = createRequire(import.meta.url)
const fonts = join(dirname(require.resolve('dejavu-fonts-ttf/package.json')), 'ttf')
const margin = 48
const width = 595.28 - 2 * margin
const columns = { date: { x: margin, width: 66 }, what: { x: margin + 74, width: width - 74 - 98 }, amount: { x: margin + width - 90, width: 90 } }
const bottom = 841.89 - margin - 20

/**
 * The statement as PDF: fonts embedded, so that ñ and € are there everywhere; tagged with headings and a table in the reader's
 * language, so that it is read aloud in its order. Written page by page into a stream, giving way to other requests.
 */
export function statementPdf(statement: PrintedStatement): Readable {
  const { reader, month } = statement
  const heading = statementText(reader, 'title', { month: monthText(reader, month) })
  const title = `${heading} · ${statement.customerName}`
  // A seventh of all that the program reads: only who prints waits for it.
  const PDFDocument = require('pdfkit') as typeof PdfKit
  const pdf = new PDFDocument({ size: 'A4', margin, tagged: true, lang: reader, displayTitle: true, pdfVersion: '1.7', subset: 'PDF/UA', info: { Title: title, Author: statement.partnerName }, font: join(fonts, 'DejaVuSans.ttf') } as unknown as PDFKit.PDFDocumentOptions)
  pdf.registerFont('text', join(fonts, 'DejaVuSans.ttf')).registerFont('bold', join(fonts, 'DejaVuSans-Bold.ttf'))
  void write(pdf, statement, heading).catch((error: Error) => (pdf as unknown as Readable).destroy(error))
  return pdf as unknown as Readable
}

async function write(pdf: Pdf, statement: PrintedStatement, title: string): Promise<void> {
  const document = pdf.struct('Document')
  pdf.addStructure(document)
  document.add(pdf.struct('H1', {}, () => void pdf.font('bold').fontSize(16).text(title, margin, margin, { width })))
  pdf.y += 4
  for (const fact of summaryOf(statement)) writeFact(pdf, document, fact)
  document.add(pdf.struct('H2', {}, () => void pdf.font('bold').fontSize(12).text(statementText(statement.reader, 'lines'), margin, pdf.y + 14, { width })))
  if (statement.lines.length === 0) document.add(pdf.struct('P', {}, () => void pdf.font('text').fontSize(10).text(statementText(statement.reader, 'none'), margin, pdf.y + 6, { width })))
  else await writeTable(pdf, document, statement)
  document.end()
  pdf.end()
}

interface Fact {
  readonly name: string
  readonly value: string
  readonly isTotal?: true
}

function summaryOf({ reader, partnerName, customerName, from, until, isOpen, totals }: PrintedStatement): Fact[] {
  const last = new Date(Date.parse(until) - 1).toISOString()
  const text = (key: Parameters<typeof statementText>[1], values: Record<string, string> = {}) => statementText(reader, key, values)
  return [
    { name: text('partner'), value: partnerName },
    { name: text('customer'), value: customerName },
    { name: text('period'), value: text('periodValue', { from: dateText(reader, from), until: dateText(reader, last) }) },
    ...(isOpen ? [{ name: '', value: text('open') }] : []),
    ...totals.flatMap(({ currency, charged, credited, amount }) => [
      { name: text('charged', { currency }), value: amountText(reader, charged, currency) },
      { name: text('credited', { currency }), value: amountText(reader, credited, currency) },
      { name: text('total', { currency }), value: amountText(reader, amount, currency), isTotal: true as const },
    ]),
  ]
}

/** Names and values stand in two columns; what has no name takes the whole line. */
function writeFact(pdf: Pdf, document: PDFKit.PDFStructureElement, { name, value, isTotal }: Fact): void {
  const indent = name ? 116 : 0
  const top = pdf.y + 4
  document.add(
    pdf.struct('P', {}, () => {
      pdf.font(isTotal ? 'bold' : 'text').fontSize(10)
      if (name) pdf.text(`${name}:`, margin, top, { width: indent - 6 })
      const below = pdf.y
      pdf.text(value, margin + indent, top, { width: width - indent })
      if (name) pdf.y = Math.max(pdf.y, below)
    }),
  )
}

async function writeTable(pdf: Pdf, document: PDFKit.PDFStructureElement, { reader, lines }: PrintedStatement): Promise<void> {
  const table = pdf.struct('Table')
  document.add(table)
  pdf.y += 6
  writeRow(pdf, table, { kind: 'TH', cells: [statementText(reader, 'date'), statementText(reader, 'what'), statementText(reader, 'amount')] })
  for (const [place, line] of lines.entries()) {
    writeRow(pdf, table, { kind: 'TD', cells: [dateText(reader, line.at), whatOf(line, reader), amountText(reader, line.amount, line.currency)] })
    if (place % 25 === 24) await new Promise(setImmediate)
  }
  table.end()
}

function whatOf({ kind, name, quantityBefore, quantityAfter, resellerName }: ShownLine, reader: PrintedStatement['reader']): string {
  const what = statementText(reader, `kind.${kind}`, { before: quantityBefore, after: quantityAfter })
  return [name, what, ...(resellerName === null ? [] : [statementText(reader, 'reseller', { name: resellerName })])].join(' · ')
}

/** A row never breaks between two pages. */
function writeRow(pdf: Pdf, table: PDFKit.PDFStructureElement, { kind, cells }: { readonly kind: 'TH' | 'TD'; readonly cells: readonly [string, string, string] }): void {
  pdf.font(kind === 'TH' ? 'bold' : 'text').fontSize(9)
  const height = Math.max(...cells.map((cell, place) => pdf.heightOfString(cell, { width: [columns.date, columns.what, columns.amount][place]!.width })))
  if (pdf.y + height > bottom) pdf.addPage()
  const top = pdf.y
  const row = pdf.struct('TR')
  table.add(row)
  for (const [place, { x, width: room }] of [columns.date, columns.what, columns.amount].entries()) {
    row.add(pdf.struct(kind, {}, () => void pdf.text(cells[place]!, x, top, { width: room, align: place === 2 ? 'right' : 'left' })))
  }
  row.end()
  // Only to be seen: programs that read aloud pass it over.
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf.moveTo(margin, top + height + 2.5).lineTo(margin + width, top + height + 2.5).lineWidth(kind === 'TH' ? 0.8 : 0.3).strokeColor('#888888').stroke()
  pdf.endMarkedContent()
  pdf.y = top + height + 7
}
