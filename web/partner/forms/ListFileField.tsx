import { Field, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
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
    '&::file-selector-button': {
      marginInlineEnd: '12px',
      padding: '5px 12px',
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      fontFamily: 'inherit',
      fontWeight: tokens.fontWeightSemibold,
      fontSize: tokens.fontSizeBase300,
      cursor: 'pointer',
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  hint: { display: 'block', marginTop: '4px' },
})

type ListFileFieldProps = { onFile: (file: File | null) => void; error?: string | undefined }

/** Takes a list from the disk; the columns that are read can be downloaded as a file to fill in. */
export function ListFileField({ onFile, error }: ListFileFieldProps) {
  const styles = useStyles()
  const { t } = useText()
  const id = useId()
  const example = () => saveFile(new Blob([exampleList], { type: 'text/csv' }), `${t('campaigns.exampleFile')}.csv`)
  return (
    <div>
      <Field label={{ children: t('campaigns.file'), htmlFor: id }} hint={t('campaigns.fileHint')} validationMessage={error} validationState={error ? 'error' : 'none'}>
        <input id={id} type="file" accept=".csv,.json,text/csv,application/json" className={styles.input} onChange={({ target }) => onFile(target.files?.[0] ?? null)} />
      </Field>
      <Link as="button" type="button" className={styles.hint} onClick={example}>
        {t('campaigns.example')}
      </Link>
    </div>
  )
}

/** The columns of docs/campaigns.md, with one customer. */
const exampleList = '\uFEFFTenant ID,Company name,Primary domain,Country,Mail,Language\r\n,Contoso,contoso.example,ES,ana@contoso.example,es\r\n'
