/** How long a picture takes to fade, in ms; as in the style sheet. */
export const fadeMs = 550;
