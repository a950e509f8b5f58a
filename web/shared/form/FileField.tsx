import { Field, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { saveFile } from '../ui/save-file.ts'

const useStyles = makeStyles({
  area: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px 12px',
    padding: '10px 12px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    ':has(input:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  button: {
    padding: '5px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  // Over the whole area, so that it is pressed and files are dropped on it; its own words would be in the browser's language.
  input: { position: 'absolute', inset: 0, width: '100%', height: '100%', margin: 0, opacity: 0, cursor: 'pointer' },
  hint: { display: 'block', marginTop: '4px' },
})

interface FileFieldProps {
  readonly label: string
  readonly hint: string
  readonly error?: string | undefined
  /** as the input's own attribute: endings and types, with commas */
  readonly accept: string
  readonly onFile: (file: File | null) => void
  /** a CSV with the columns that are read, to fill in */
  readonly example?: { readonly label: string; readonly name: string; readonly text: string }
}

/** Takes a file from the disk; where there is an example of it, it can be downloaded. */
export function FileField({ label, hint, error, accept, onFile, example }: FileFieldProps) {
  const styles = useStyles()
  const { t } = useText()
  const id = useId()
  const [name, setName] = useState<string>()
  const choose = (file: File | null) => {
    setName(file?.name)
    onFile(file)
  }
  return (
    <div>
      <Field label={{ children: label, htmlFor: id }} hint={hint} validationMessage={error} validationState={error ? 'error' : 'none'}>
        {(control) => (
          <div className={styles.area}>
            <span aria-hidden className={styles.button}>
              {t('form.chooseFile')}
            </span>
            <span aria-hidden className={styles.name}>
              {name ?? t('form.noFile')}
            </span>
            <input {...control} id={id} type="file" accept={accept} className={styles.input} onChange={({ target }) => choose(target.files?.[0] ?? null)} />
          </div>
        )}
      </Field>
      {example && (
        <Link as="button" type="button" className={styles.hint} onClick={() => saveFile(new Blob([example.text], { type: 'text/csv' }), `${example.name}.csv`)}>
          {example.label}
        </Link>
      )}
    </div>
  )
}
