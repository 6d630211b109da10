import fc from "fast-check";

/**
 * Properties are tried on the same values every time, so that a run says something about the change before it and not
 * about chance. `FAULT_SEED=n` tries others, and replays what they found.
 */
fc.configureGlobal({ seed: Number(process.env.FAULT_SEED ?? 20_261_121) });
