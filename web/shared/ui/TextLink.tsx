import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Anchor, type AnchorProps } from './LinkProvider.tsx'

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
    textDecorationColor: 'transparent',
    textUnderlineOffset: '2px',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationColor: 'currentColor' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  inText: { textDecorationColor: 'currentColor' },
})

/** A link inside the portals. `inText` underlines it, since colour alone does not tell a link from its sentence. */
export function TextLink({ inText = false, className, ...props }: AnchorProps & { inText?: boolean }) {
  const styles = useStyles()
  return <Anchor {...props} className={mergeClasses(styles.link, inText && styles.inText, className)} />
}
