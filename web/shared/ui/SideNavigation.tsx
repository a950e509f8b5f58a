import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  mergeClasses,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular, type FluentIcon } from '@fluentui/react-icons'
import { useText } from '../language/LanguageProvider.tsx'
import { Wordmark } from './brand/Wordmark.tsx'
import { Anchor } from './LinkProvider.tsx'

export type NavigationItem = { label: string; href: string; icon: FluentIcon; isCurrent: boolean }

export type NavigationGroup = { label?: string; items: readonly NavigationItem[] }

const narrow = '@media (max-width: 640px)'

const useStyles = makeStyles({
  side: {
    position: 'sticky',
    top: 'var(--bar-height)',
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '252px',
    height: 'calc(100vh - var(--bar-height))',
    overflowY: 'auto',
    padding: '16px 10px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { display: 'none' },
  },
  drawer: { width: '288px', maxWidth: '88vw' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '2px' },
  group: { margin: '20px 12px 6px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    minHeight: '38px',
    padding: '0 12px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: 0,
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
    // High contrast modes drop colours; the border keeps the current page visible.
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  icon: { fontSize: '20px', flexShrink: 0 },
})

type SideNavigationProps = {
  groups: readonly NavigationGroup[]
  isDrawerOpen: boolean
  onDrawerOpen: (isOpen: boolean) => void
}

/** A column beside the page; on narrow screens a drawer behind the button of the bar. */
export function SideNavigation({ groups, isDrawerOpen, onDrawerOpen }: SideNavigationProps) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <>
      <nav aria-label={t('shell.navigation')} className={styles.side}>
        <Groups groups={groups} />
      </nav>
      {/* Drawn only while it is open: a closed one would leave hidden focus stops on the page. */}
      {isDrawerOpen && (
        <OverlayDrawer
          open
          position="start"
          className={styles.drawer}
          onOpenChange={(_, { open }) => onDrawerOpen(open)}
          aria-label={t('shell.navigation')}
        >
          <DrawerHeader>
            <DrawerHeaderTitle
              action={
                <Button
                  appearance="subtle"
                  aria-label={t('shell.closeNavigation')}
                  icon={<DismissRegular />}
                  onClick={() => onDrawerOpen(false)}
                />
              }
            >
              <Wordmark />
            </DrawerHeaderTitle>
          </DrawerHeader>
          <DrawerBody>
            <nav aria-label={t('shell.navigation')}>
              <Groups groups={groups} onFollow={() => onDrawerOpen(false)} />
            </nav>
          </DrawerBody>
        </OverlayDrawer>
      )}
    </>
  )
}

function Groups({ groups, onFollow }: { groups: readonly NavigationGroup[]; onFollow?: () => void }) {
  const styles = useStyles()
  return groups.map(({ label, items }) => (
    <div key={label ?? ''}>
      {label && <p className={styles.group}>{label}</p>}
      <ul className={styles.list}>
        {items.map(({ href, label: name, icon: Icon, isCurrent }) => (
          <li key={href}>
            <Anchor
              href={href}
              aria-current={isCurrent ? 'page' : undefined}
              className={mergeClasses(styles.link, isCurrent && styles.current)}
              onClick={onFollow}
            >
              <Icon className={styles.icon} aria-hidden="true" />
              {name}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  ))
}
