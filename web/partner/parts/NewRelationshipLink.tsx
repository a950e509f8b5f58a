import { CompoundButton, makeStyles, tokens, Tooltip } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import type { MouseEventHandler } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { useFollowClick } from '../../shared/ui/LinkProvider.tsx'
import { useAskingBlocked } from './use-asking-blocked.ts'

const useStyles = makeStyles({
  button: {
    maxWidth: '100%',
    padding: '7px 14px 8px 12px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    '& .fui-CompoundButton__icon': { fontSize: '22px', width: '22px', height: '22px', marginInlineEnd: '10px' },
  },
})

/** The way into the flow, under both of its names [S0.11, S3.14]. */
export function NewRelationshipLink() {
  const styles = useStyles()
  const { t } = useText()
  const blocked = useAskingBlocked()
  const href = paths.partner.newRequest
  const follow = useFollowClick({ href }, {})
  const looks = {
    appearance: 'primary',
    size: 'small',
    icon: <AddRegular />,
    className: styles.button,
    secondaryContent: t('customers.requestRelationship'),
  } as const

  if (blocked !== undefined) {
    return (
      <Tooltip content={blocked} relationship="description" withArrow>
        <CompoundButton {...looks} disabledFocusable>
          {t('customers.newRelationship')}
        </CompoundButton>
      </Tooltip>
    )
  }
  return (
    <CompoundButton as="a" href={href} {...looks} onClick={follow as unknown as MouseEventHandler<HTMLButtonElement & HTMLAnchorElement>}>
      {t('customers.newRelationship')}
    </CompoundButton>
  )
}
