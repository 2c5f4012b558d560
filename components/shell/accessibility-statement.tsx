import type { Crumb } from '../ui/breadcrumbs';
import { Section } from '../ui/section';
import { PageHeader } from './page-header';

/** What was aimed for, how it was checked, and what is known to fall short. Claims nothing else. */
export function AccessibilityStatement({ trail }: { trail?: readonly Crumb[] }) {
  return (
    <>
      <PageHeader
        trail={trail}
        title="Accessibility"
        lead="This service is meant to be used by everyone who follows the board’s work, in whatever way they use a computer or a phone."
      />
      <Section id="can" title="What you should be able to do">
        <ul className="measure list-disc space-y-1.5 pl-6 marker:text-muted">
          <li>use every page and form with a keyboard alone, and see where the focus is</li>
          <li>
            listen to it with a screen reader, with headings, lists, tables and labels as such
          </li>
          <li>enlarge it to 400% or use it on a small phone without scrolling sideways</li>
          <li>tell every status by its word and shape, not by its colour alone</li>
          <li>read it in light or dark colours, as your device is set, and on paper</li>
          <li>use it with scripts switched off</li>
          <li>
            sign in by pasting or with a password manager, without a puzzle, and set up the second
            step by a picture or by text
          </li>
          <li>
            be told two minutes before you are signed out, by sight and by screen reader, and stay
            signed in with one key; what you had typed is there again once you are back
          </li>
        </ul>
      </Section>
      <Section id="standard" title="The standard, and how it is checked">
        <p className="measure">
          It is built to meet the Web Content Accessibility Guidelines, version 2.2, at level AA.
          With every change a program checks its pages for the faults a program can find, in light
          and dark colours and at the width of a small phone, and tries the main tasks with scripts
          on and off.
        </p>
        <p className="measure">
          No independent audit has been made yet, and it has not been tried systematically with
          different screen readers or by people with a range of disabilities. So this page does not
          claim that it complies in full.
        </p>
      </Section>
      <Section id="limits" title="What falls short">
        <ul className="measure list-disc space-y-1.5 pl-6 marker:text-muted">
          <li>
            Files that people add as evidence come as they are. Some, such as scanned documents, may
            not be readable with a screen reader. Ask whoever added a file for another form of it:
            their name stands beside it.
          </li>
          <li>Links lead to other organisations’ sites, which have statements of their own.</li>
          <li>
            When a page breaks, the page that says so needs scripts. With scripts switched off you
            see an empty page instead: what was saved before is safe, so go back and try again.
          </li>
          <li>
            How long you stay signed in has a limit in all, 12 hours unless your board says
            otherwise, that cannot be put off: it keeps the board’s record safe. With scripts
            switched off nothing can warn you that you are about to be signed out. In both cases
            what you typed is kept for an hour; files that you chose and passwords are not.
          </li>
        </ul>
      </Section>
      <Section id="report" title="If something does not work for you">
        <p className="measure">
          Tell an administrator or a public-health officer of your board what you were trying to do
          and what you use to do it. They can give you what you need in another form, and pass the
          fault on to whoever runs this service for the board.
        </p>
      </Section>
    </>
  );
}
