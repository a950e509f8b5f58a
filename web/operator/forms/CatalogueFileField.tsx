import { Field, makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'

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
})

export function CatalogueFileField({ error, onFile }: { error: string | undefined; onFile: (file: File | null) => void }) {
  const styles = useStyles()
  const { t } = useText()
  const id = useId()
  return (
    <Field label={{ children: t('catalogue.file'), htmlFor: id }} hint={t('catalogue.fileHint')} validationMessage={error} validationState={error ? 'error' : 'none'}>
      <input id={id} type="file" accept=".csv,text/csv" className={styles.input} onChange={({ target }) => onFile(target.files?.[0] ?? null)} />
    </Field>
  )
}
