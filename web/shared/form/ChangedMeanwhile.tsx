import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { Acts, QuietText } from '../ui/Stack.tsx'
import type { EditConflict } from './use-versioned-form.ts'

const useStyles = makeStyles({
  box: { ':focus': { outlineStyle: 'none' }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` }, padding: '16px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorStatusWarningBorder1}`, backgroundColor: tokens.colorStatusWarningBackground1 },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { display: 'flex', flexDirection: 'column', rowGap: '10px', margin: '12px 0', padding: 0, listStyleType: 'none' },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  value: { display: 'block', overflowWrap: 'anywhere' },
})

/** Two people changed the same thing: shows what the other one saved, and lets this one decide. Takes the focus when it appears. */
export function ChangedMeanwhile<Name extends string>({ conflict }: { conflict: EditConflict<Name> | null }) {
  const styles = useStyles()
  const { t } = useText()
  const id = useId()
  const section = useRef<HTMLElement>(null)
  const isShown = conflict !== null
  useEffect(() => {
    if (isShown) section.current?.focus()
  }, [isShown])
  if (!conflict) return null
  const { before, theirs, mine, labels, names, shown } = conflict
  const changed = names.filter((name) => theirs[name] !== before[name])
  const valueOf = (name: Name, value: string) => shown(name, value) || t('settings.emptyValue')
  return (
    <section ref={section} tabIndex={-1} className={styles.box} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {t('settings.conflictTitle')}
      </h3>
      <QuietText>{t(changed.length > 0 ? 'settings.conflictText' : 'settings.conflictElsewhere')}</QuietText>
      <ul className={styles.list}>
        {changed.map((name) => (
          <li key={name}>
            <span className={styles.name}>{labels[name]}</span>
            <span className={styles.value}>{t('settings.conflictNow', { value: valueOf(name, theirs[name]) })}</span>
            <span className={styles.value}>
              {mine[name] === before[name] ? t('settings.conflictNotYours') : t('settings.conflictYours', { value: valueOf(name, mine[name]) })}
            </span>
          </li>
        ))}
      </ul>
      <Acts>
        <Button onClick={conflict.takeTheirs}>{t('settings.takeTheirs')}</Button>
        <Button onClick={conflict.keepMine}>{t('settings.keepMine')}</Button>
      </Acts>
    </section>
  )
}
