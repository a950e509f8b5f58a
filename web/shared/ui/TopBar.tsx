import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DarkThemeRegular, LocalLanguageRegular, NavigationRegular } from '@fluentui/react-icons'
import { useText } from '../language/LanguageProvider.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { Bell, type BellProps } from './Bell.tsx'
import { BarChoice, BarMenu } from './BarMenu.tsx'
import { Mark } from './brand/Mark.tsx'
import { Anchor } from './LinkProvider.tsx'
import { appearances, useTheme } from './theme/ThemeProvider.tsx'

const narrow = '@media (max-width: 640px)'
const wide = '@media (min-width: 641px)'
const slim = '@media (max-width: 400px)'

const onBar = {
  color: '#ffffff',
  backgroundColor: 'transparent',
  ':hover': { color: '#ffffff', backgroundColor: 'rgba(255, 255, 255, 0.14)' },
  ':hover:active': { color: '#ffffff', backgroundColor: 'rgba(255, 255, 255, 0.2)' },
  ':focus-visible': { outline: '2px solid #ffffff', outlineOffset: '-2px' },
} as const

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 20,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    height: 'var(--bar-height)',
    padding: '0 12px 0 16px',
    color: '#ffffff',
    [narrow]: { padding: '0 6px' },
  },
  button: { ...onBar, minWidth: '36px', height: '36px', flexShrink: 0, '& .fui-Button__icon': { color: '#ffffff' } },
  burger: { [wide]: { display: 'none' } },
  home: {
    ...onBar,
    display: 'flex',
    alignItems: 'center',
    columnGap: '10px',
    minWidth: 0,
    height: '36px',
    padding: '0 8px',
    marginInlineStart: '-8px',
    borderRadius: tokens.borderRadiusMedium,
    textDecorationLine: 'none',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    [narrow]: { marginInlineStart: 0, padding: '0 4px', fontSize: tokens.fontSizeBase300 },
    [slim]: { height: 'auto', minHeight: '36px' },
  },
  mark: { [slim]: { display: 'none' } },
  logo: { display: 'block', maxHeight: '28px', maxWidth: '120px' },
  brand: { flexShrink: 0, maxWidth: '24ch', fontWeight: tokens.fontWeightRegular, '@media (max-width: 860px)': { display: 'none' } },
  /** More lines where one would be cut: a name that ends in dots names nothing. */
  product: {
    [slim]: { display: '-webkit-box', WebkitLineClamp: '3', WebkitBoxOrient: 'vertical', whiteSpace: 'normal', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200, lineHeight: '14px' },
  },
  both: { display: 'contents' },
  notSlim: { display: 'contents', [slim]: { display: 'none' } },
  oneLine: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  tenant: {
    minWidth: 0,
    maxWidth: '38ch',
    paddingInlineStart: '12px',
    marginInlineStart: '4px',
    borderLeft: '1px solid rgba(255, 255, 255, 0.35)',
    fontSize: tokens.fontSizeBase300,
    '@media (max-width: 860px)': { display: 'none' },
  },
  badge: {
    flexShrink: 0,
    marginInlineStart: '8px',
    padding: '1px 8px',
    borderRadius: '10px',
    border: '1px solid rgba(255, 255, 255, 0.5)',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [narrow]: { display: 'none' },
  },
  space: { flexGrow: 1 },
})

/** What the operator made of the bar. */
export type Brand = { name: string | null; accent: string | null; logo: string | null }

export type TopBarProps = {
  brand?: Brand | undefined
  productName: string
  homeHref: string
  tenantName?: string
  /** A short word beside the name, such as "Demo". */
  badge?: string | undefined
  person?: { displayName: string; userPrincipalName: string }
  settingsHref?: string
  /** Where notifications are read, and how many wait; absent where nobody is signed in. */
  bell?: BellProps | undefined
  languages: readonly { tag: string; name: string }[]
  language: string
  onLanguage: (tag: string) => void
  onSignOut?: () => void
  /** Absent where there is no navigation to open. */
  onOpenNavigation?: () => void
}

export function TopBar(props: TopBarProps) {
  const styles = useStyles()
  const { t } = useText()
  const { skin, isDark } = useTheme()
  return (
    <header className={styles.bar} style={{ backgroundColor: props.brand?.accent ?? (isDark ? skin.bar.dark : skin.bar.light) }}>
      {props.onOpenNavigation && (
        <Button
          className={mergeClasses(styles.button, styles.burger)}
          appearance="transparent"
          icon={<NavigationRegular />}
          aria-label={t('shell.openNavigation')}
          onClick={props.onOpenNavigation}
        />
      )}
      <Anchor className={styles.home} href={props.homeHref}>
        <span className={styles.mark}>{props.brand?.logo ? <img className={styles.logo} src={props.brand.logo} alt="" /> : <Mark />}</span>
        {props.brand?.name && <span className={mergeClasses(styles.brand, styles.oneLine)}>{props.brand.name}</span>}
        <span className={mergeClasses(styles.oneLine, styles.product)} title={props.productName}>
          {props.productName}
        </span>
      </Anchor>
      {props.tenantName && <span className={mergeClasses(styles.tenant, styles.oneLine)}>{props.tenantName}</span>}
      {props.badge && <span className={styles.badge}>{props.badge}</span>}
      <span className={styles.space} />
      {props.bell && <Bell {...props.bell} buttonClassName={styles.button} />}
      {/* On the slimmest screens the account's sheet holds both, so that the bar has room for its name. */}
      <span className={props.person ? styles.notSlim : styles.both}>
        <LanguageMenu {...props} />
        <AppearanceMenu />
      </span>
      {props.person && <AccountMenu {...props} person={props.person} buttonClassName={styles.button} languages={(close) => <LanguageChoices {...props} onChosen={close} />} appearances={(close) => <AppearanceChoices onChosen={close} />} />}
    </header>
  )
}

function LanguageMenu(props: TopBarProps) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <BarMenu label={t('shell.language')} icon={<LocalLanguageRegular />} buttonClassName={styles.button}>
      {(close) => <LanguageChoices {...props} onChosen={close} />}
    </BarMenu>
  )
}

function LanguageChoices({ languages, language, onLanguage, onChosen }: TopBarProps & { onChosen: () => void }) {
  return languages.map(({ tag, name }) => (
    <BarChoice
      key={tag}
      lang={tag}
      isChosen={tag === language}
      onChoose={() => {
        onLanguage(tag)
        onChosen()
      }}
    >
      {name}
    </BarChoice>
  ))
}

function AppearanceMenu() {
  const styles = useStyles()
  const { t } = useText()
  return (
    <BarMenu label={t('shell.theme')} icon={<DarkThemeRegular />} buttonClassName={styles.button}>
      {(close) => <AppearanceChoices onChosen={close} />}
    </BarMenu>
  )
}

function AppearanceChoices({ onChosen }: { onChosen: () => void }) {
  const { t } = useText()
  const { appearance, wear } = useTheme()
  return appearances.map((one) => (
    <BarChoice
      key={one}
      isChosen={one === appearance}
      onChoose={() => {
        wear(one)
        onChosen()
      }}
    >
      {t(`shell.theme.${one}`)}
    </BarChoice>
  ))
}
