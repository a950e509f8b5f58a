import { FileField } from '../../shared/form/FileField.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'

type ListFileFieldProps = { onFile: (file: File | null) => void; error?: string | undefined }

/** Takes a list of customers; the columns that are read can be downloaded as a file to fill in. */
export function ListFileField({ onFile, error }: ListFileFieldProps) {
  const { t } = useText()
  const example = { label: t('campaigns.example'), name: t('campaigns.exampleFile'), text: exampleList }
  return <FileField label={t('campaigns.file')} hint={t('campaigns.fileHint')} error={error} accept=".csv,.json,text/csv,application/json" onFile={onFile} example={example} />
}

/** The columns of docs/campaigns.md, with one customer. */
const exampleList = '\uFEFFTenant ID,Company name,Primary domain,Country,Mail,Language\r\n,Contoso,contoso.example,ES,ana@contoso.example,es\r\n'
