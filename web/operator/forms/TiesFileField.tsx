import { FileField } from '../../shared/form/FileField.tsx'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'

/** As many rows as the server takes in one request. */
const mostRows = 5_000

/** Takes the file of what partners worked with elsewhere; an example with the columns can be downloaded. */
export function TiesFileField({ onFile, error }: { onFile: (file: File | null) => void; error?: string | undefined }) {
  const { t } = useText()
  const formats = useFormats()
  const example = { label: t('knownCustomers.example'), name: t('knownCustomers.exampleFile'), text: exampleFile }
  return <FileField label={t('knownCustomers.file')} hint={t('knownCustomers.fileHint', { most: formats.number(mostRows) })} error={error} accept=".csv,text/csv" onFile={onFile} example={example} />
}

/** The columns of docs/known-customers-file.md, with one tie. */
const exampleFile = '\uFEFFCloud,Partner domain,Customer tenant ID,Customer domain,Tie,Service,Since\r\npublic,contoso.example,,fabrikam.example,purchase,office365,2019-05-04\r\n'
