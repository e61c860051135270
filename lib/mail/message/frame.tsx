import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from 'react-email';
import type { Facts } from './facts';
import { DARK, style } from './style';
import type { Words } from './words';

type FrameProps = { words: Words; facts: Facts };

/** The one look of every mail: the product, a card, one next step. Nothing is loaded from afar. */
export function Frame({ words, facts }: FrameProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{words.before[0] ?? words.heading}</Preview>
      <Body className="canvas" style={style.body}>
        <Container style={style.page}>
          <Text style={style.product}>Gatehouse</Text>
          <Section className="card" style={style.card}>
            <Heading as="h1" style={style.heading}>
              {words.heading}
            </Heading>
            {[`Hello ${facts.firstName},`, ...words.before].map((text) => (
              <Text key={text} style={style.text}>
                {text}
              </Text>
            ))}
            {facts.link && words.button ? (
              <Step label={words.button} url={facts.link.url} />
            ) : (
              <Hr className="rule" style={style.rule} />
            )}
            {words.after.map((text) => (
              <Text key={text} className="quiet" style={style.quiet}>
                {text}
              </Text>
            ))}
          </Section>
          <Text className="quiet" style={style.foot}>
            {footOf(facts)}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** The button, and its address in clear for who would rather read before opening. */
const Step = ({ label, url }: { label: string; url: string }) => (
  <>
    <Button href={url} className="button" style={style.button}>
      {label}
    </Button>
    <Text className="quiet" style={style.address}>
      Or open this address:
      <br />
      <Link href={url} className="link" style={style.link}>
        {url}
      </Link>
    </Text>
  </>
);

/** Why the mail came. */
export const footOf = ({ company, origin }: Facts) =>
  `Sent by Gatehouse${company ? ` for ${company}` : ''}, ${new URL(origin).host}`;
