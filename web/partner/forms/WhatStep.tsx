import { Checkbox, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { PrivilegesVerdict, RequestKind } from '../parts/request-api.ts'
import type { StepProps } from './WhomStep.tsx'

const useStyles = makeStyles({
  box: { padding: '12px 14px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  words: { margin: '4px 0 0', paddingInlineStart: '36px', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300, '@media (max-width: 640px)': { paddingInlineStart: '4px' } },
  // What the cloud fixes is a rule to be read, not a choice that is greyed away.
  fixed: { '& .fui-Checkbox__label': { color: tokens.colorNeutralForeground1 } },
  alone: { margin: 0, lineHeight: tokens.lineHeightBase300 },
})

/** What is asked: the relationship or only the privileges, and the box with its cloud's rule [S0.12-13, S0.7-8, S2.6]. */
export function WhatStep({ wishes, onChange, privileges }: StepProps & { privileges: PrivilegesVerdict | undefined }) {
  const { t } = useText()
  const title = t('newRequest.stepWhat')
  return (
    <Panel title={title}>
      <Stack>
        {wishes.provider && <QuietText>{t('partnerships.jointWhat', { name: wishes.provider.name })}</QuietText>}
        {wishes.reseller && <QuietText>{t('partnerships.jointWhatForReseller', { name: wishes.reseller.name })}</QuietText>}
        {!wishes.provider && !wishes.reseller && <RadioGroup aria-label={title} value={wishes.kind} onChange={(_, { value }) => onChange({ kind: value as RequestKind, askPrivileges: null })}>
          <Radio value="establish" label={t('newRequest.kind.establish')} />
          <Radio value="restorePrivileges" label={t('newRequest.kind.restorePrivileges')} />
        </RadioGroup>}
        {wishes.kind === 'restorePrivileges' && wishes.way !== 'known' && <QuietText>{t('newRequest.restoreNeedsCustomer')}</QuietText>}
        <PrivilegesBox wishes={wishes} onChange={onChange} privileges={privileges} />
      </Stack>
    </Panel>
  )
}

function PrivilegesBox({ wishes, onChange, privileges }: StepProps & { privileges: PrivilegesVerdict | undefined }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  const id = useId()
  const services = formats.list(cloud.services.map(({ name }) => localName(name)))
  const rule = privileges?.rule ?? cloud.privileges
  const canChoose = privileges?.canChoose ?? (rule === 'optionalOn' && wishes.kind === 'establish')
  const explanation = privileges?.explanation ?? t(`newRequest.privileges.${rule}`)
  if (rule === 'alwaysAdded') {
    return (
      <p className={mergeClasses(styles.box, styles.alone)}>{t('newRequest.privilegesAdded', { services })}</p>
    )
  }
  return (
    <div className={styles.box}>
      <Checkbox
        className={styles.fixed}
        checked={canChoose ? (wishes.askPrivileges ?? privileges?.asked ?? true) : true}
        disabled={!canChoose}
        aria-describedby={id}
        label={t('newRequest.includePrivileges', { services })}
        onChange={(_, { checked }) => onChange({ askPrivileges: checked === true })}
      />
      <p id={id} className={styles.words}>
        {explanation}
      </p>
    </div>
  )
}
