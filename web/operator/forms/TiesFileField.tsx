import { Field, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { saveFile } from '../../shared/ui/save-file.ts'

const useStyles = makeStyles({
  input: {
    boxSizing: 'border-box',
    width: '100%',
    padding: '10px 12px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  hint: { display: 'block', marginTop: '4px' },
})

/** As many rows as the server takes in one request. */
const mostRows = 5_000

/** Takes the file from the disk; an example with the columns can be downloaded. */
export function TiesFileField({ onFile, error }: { onFile: (file: File | null) => void; error?: string | undefined }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const id = useId()
  const example = () => saveFile(new Blob([exampleFile], { type: 'text/csv' }), `${t('knownCustomers.exampleFile')}.csv`)
  return (
    <div>
      <Field label={{ children: t('knownCustomers.file'), htmlFor: id }} hint={t('knownCustomers.fileHint', { most: formats.number(mostRows) })} validationMessage={error} validationState={error ? 'error' : 'none'}>
        <input id={id} type="file" accept=".csv,text/csv" className={styles.input} onChange={({ target }) => onFile(target.files?.[0] ?? null)} />
      </Field>
      <Link as="button" type="button" className={styles.hint} onClick={example}>
        {t('knownCustomers.example')}
      </Link>
    </div>
  )
}

/** The columns of docs/known-customers-file.md, with one tie. */
const exampleFile = '\uFEFFCloud,Partner domain,Customer tenant ID,Customer domain,Tie,Service,Since\r\npublic,contoso.example,,fabrikam.example,purchase,office365,2019-05-04\r\n'
