/** What a workshop holds at most. Imports nothing, so a page may load it. */
export const GOAL_MAX_LENGTH = 300;
export const STEP_TITLE_MAX_LENGTH = 120;
export const QUESTION_MAX_LENGTH = 300;
export const STEPS_MAX = 30;
export const STEP_MINUTES_MAX = 240;
export const SCOPES_MAX = 20;
export const IDEA_MAX_LENGTH = 280;
/** Ideas of one person in one round. */
export const IDEAS_PER_PERSON_MAX = 30;
export const VOTE_BUDGET_MAX = 20;
/** What can be voted on in one round. */
export const BALLOT_MAX = 300;
export const ADVICE_MAX_LENGTH = 500;
export const CHECKOUT_WORD_MAX_LENGTH = 40;
/** People who share the device of one member, besides that member. */
export const PROXIES_PER_MEMBER_MAX = 5;
export const PERSON_NAME_MAX_LENGTH = 80;
export const TIMER_MAX_MS = 4 * 3_600_000;
export const LOCKED_PHASES_MAX = 50;
