<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>PanelWords</name>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more series</source>
        <translation>
            <numerusform>+%n more series</numerusform>
            <numerusform>+%n more series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The answer has more series than Sockeye keeps: %n are not shown. Sum them up, or add a matcher.</source>
        <translation>
            <numerusform>The answer has more series than Sockeye keeps: %n is not shown. Sum them up, or add a matcher.</numerusform>
            <numerusform>The answer has more series than Sockeye keeps: %n are not shown. Sum them up, or add a matcher.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late sample(s)</source>
        <translation>
            <numerusform>%n late sample</numerusform>
            <numerusform>%n late samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) changed after they were shown, because samples came late. Older points may have changed as well: press F5 to ask for all of them again.</source>
        <translation>
            <numerusform>%n point changed after it was shown, because samples came late. Older points may have changed as well: press F5 to ask for all of them again.</numerusform>
            <numerusform>%n points changed after they were shown, because samples came late. Older points may have changed as well: press F5 to ask for all of them again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusWords</name>
    <message numerus="yes">
        <source>%n alert(s) firing</source>
        <translation>
            <numerusform>%n alert firing</numerusform>
            <numerusform>%n alerts firing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) pending</source>
        <translation>
            <numerusform>%n alert pending</numerusform>
            <numerusform>%n alerts pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate is valid for %n more day(s).</source>
        <translation>
            <numerusform>The certificate is valid for %n more day.</numerusform>
            <numerusform>The certificate is valid for %n more days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate ended %n day(s) ago.</source>
        <translation>
            <numerusform>The certificate ended %n day ago.</numerusform>
            <numerusform>The certificate ended %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopSentence</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probe(s)</source>
        <translation>
            <numerusform>%n probe</numerusform>
            <numerusform>%n probes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) cannot be seen.</source>
        <translation>
            <numerusform>%n service cannot be seen.</numerusform>
            <numerusform>%n services cannot be seen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sockeye::ServicesPage</name>
    <message numerus="yes">
        <source>%n probe(s)</source>
        <translation>
            <numerusform>%n probe</numerusform>
            <numerusform>%n probes</numerusform>
        </translation>
    </message>
</context>
</TS>
