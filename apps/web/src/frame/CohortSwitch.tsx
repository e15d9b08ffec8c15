import type { Me } from '@lakeproof/contracts';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { chosenCohort, type Cohort, learningIn } from './learning-cohort.js';
import { roleWord } from './role-words.js';
import classes from './frame.module.css';

interface CohortSwitchProps {
  readonly me: Me;
  readonly cohort: Cohort | undefined;
}

/** For those who learn in several cohorts: which one they see, and count in. It leads to that one's days. */
export function CohortSwitch({ me, cohort }: CohortSwitchProps) {
  const router = useRouter();
  const enrolments = learningIn(me);
  if (!cohort || enrolments.length < 2) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          classNames={{ root: classes.cohort ?? '', label: classes.cohortName ?? '' }}
          aria-label={`Cohort: ${cohort.name}`}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {cohort.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={cohort.id}
          onChange={(id) => {
            const chosen = enrolments.find((enrolment) => enrolment.cohort.id === id);
            if (chosen) chosenCohort(me.id).keep(chosen.cohort.id);
            void router.navigate({ to: '/learn' }).then(() => router.invalidate());
          }}
        >
          {enrolments.map(({ id, role, cohort: { id: value, name } }) => (
            <Menu.RadioItem key={id} value={value} closeMenuOnClick>
              {name}, {roleWord[role].toLowerCase()}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
