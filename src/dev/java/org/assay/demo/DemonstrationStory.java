package org.assay.demo;

/** The demonstration's article, written for it; the facts and the short quotes are those of the public record. */
final class DemonstrationStory {

    static final String TEXT =
            """
            Demonstration data: this article was written to try Assay with. Nobody published it.

            The American Treasury Secretary, Scott Bessent, and the Chinese Vice-Premier, He Lifeng, are to meet in Malaysia \
            next week. Both sides call the meeting a chance to keep a quarrel over rare earths from becoming a trade war.

            At issue are controls that Beijing announced on the export of rare earths and other critical minerals. They are \
            to take effect on December 1 and cover materials that go into electric cars, phones and military equipment. At \
            the White House, Bessent called them a “substantial unprovoked escalation”.

            Donald Trump answered with the threat of a further 100% tariff on Chinese goods. That would bring the average levy \
            to 157%, above the previous high of 145% that was in force earlier this year, before the truce of Geneva.

            Sponsored: panel computers for your factory floor, trusted by Fortune 500 companies.

            Who decided on the controls is disputed. Bessent suggested that Xi Jinping may not have known of the export \
            controls, and pointed to Li Chenggang, the trade negotiator who works under He Lifeng.

            Wendy Cutler, vice-president of the Asia Society Policy Institute, does not believe it. That an experienced and \
            internationally respected negotiator would “go rogue” in talks with the United States “is not credible”, she \
            said: Li must have been under orders.

            Whether Trump and Xi meet in South Korea as planned may depend on what the two delegations bring home.
            """;

    private DemonstrationStory() {}
}
