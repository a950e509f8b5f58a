import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Anchor } from './LinkProvider.tsx'

/** Where the views need more lines than a page has to give, they stand in one line that is moved sideways. */
const slim = '@media (max-width: 640px)'

const useStyles = makeStyles({
  list: {
    ...{ listStyleType: 'none', display: 'flex', flexWrap: 'wrap', columnGap: '4px', margin: '0 0 20px', padding: 0 },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [slim]: { flexWrap: 'nowrap', overflowX: 'auto', scrollbarWidth: 'thin', paddingInlineEnd: '24px', maskImage: 'linear-gradient(to right, black calc(100% - 24px), transparent)' },
  },
  tab: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '40px',
    padding: '0 12px',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: '12px',
      bottom: '-1px',
      [slim]: { bottom: 0 },
      height: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandBackground,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
})

export type TabLink = { label: string; href: string; isCurrent: boolean }

/** Views of one thing, each with an address of its own: links, since a tab here is a place. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const styles = useStyles()
  const list = useRef<HTMLUListElement>(null)
  const current = tabs.find(({ isCurrent }) => isCurrent)?.href
  useEffect(() => showCurrent(list.current), [current])
  return (
    <nav aria-label={label}>
      <ul ref={list} className={styles.list}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Anchor href={tab.href} keepsFocus aria-current={tab.isCurrent ? 'page' : undefined} className={mergeClasses(styles.tab, tab.isCurrent && styles.current)}>
              {tab.label}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Moves the line alone: the page stays where it is. */
function showCurrent(list: HTMLUListElement | null): void {
  const current = list?.querySelector<HTMLElement>('[aria-current]')
  if (!list || !current) return
  const [line, tab] = [list.getBoundingClientRect(), current.getBoundingClientRect()]
  list.scrollLeft += tab.left - line.left - (line.width - tab.width) / 2
}
