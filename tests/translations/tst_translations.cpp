// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/formatting.h"
#include "ui/text/sentence.h"
#include "ui/text/translator.h"
#include "ui/text/words.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace sockeye {

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context;
    QString source;
    QString comment;
    QStringList translations; //!< one, or one for each plural form
    QString type; //!< empty, unfinished, vanished or obsolete

    [[nodiscard]] QString identity() const { return context % u'|' % source % u'|' % comment; }
};

QStringList readTranslation(QXmlStreamReader &xml)
{
    QStringList forms;
    QString text;
    while (!xml.atEnd() && !(xml.isEndElement() && xml.name() == "translation"_L1)) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "numerusform"_L1)
            forms.append(xml.readElementText());
        else if (xml.isCharacters())
            text += xml.text();
    }
    return forms.isEmpty() ? QStringList{text} : forms;
}

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context, .source = {}, .comment = {}, .translations = {}, .type = {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            message.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.type = xml.attributes().value("type"_L1).toString();
            message.translations = readTranslation(xml);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

std::vector<Message> readCatalogue(const QString &path)
{
    std::vector<Message> messages;
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml{&file};
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.push_back(readMessage(xml, context));
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern{u"%(\\d|n|L\\d)"_s};
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    return found;
}

//! Names and signs that are the same in every language.
bool isName(const QString &source)
{
    static const QSet<QString> names{u"DNS"_s, u"RTT"_s, u"TCP"_s, u"TLS"_s};
    static const QRegularExpression noWord{u"^[^\\p{L}]*$"_s};
    QString text = source;
    text.remove(QRegularExpression{u"%(\\d|n)"_s});
    return names.contains(source) || noWord.match(text).hasMatch();
}

QString sourceFolder()
{
    return qEnvironmentVariable("SOCKEYE_SOURCE_DIR");
}

QString cataloguePath(const QString &language)
{
    return u"%1/translations/sockeye_%2.ts"_s.arg(sourceFolder(), language);
}

QSet<QString> identities(const QString &path)
{
    QSet<QString> result;
    for (const Message &message : readCatalogue(path))
        result.insert(message.identity());
    return result;
}

QString listed(const QSet<QString> &items)
{
    QStringList list{items.cbegin(), items.cend()};
    list.sort();
    return list.join(u'\n');
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageIsTranslated_data();
    void everyMessageIsTranslated();
    void placeholdersSurvive_data();
    void placeholdersSurvive();
    void chineseIsNotEnglish();
    void catalogueHoldsEveryText_data();
    void catalogueHoldsEveryText();
    void programSpeaksTheLanguage_data();
    void programSpeaksTheLanguage();
    void languageEndsWithItsTranslation();

private:
    void languages();
};

void TestTranslations::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English plurals") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void TestTranslations::everyMessageIsTranslated_data()
{
    languages();
}

void TestTranslations::everyMessageIsTranslated()
{
    QFETCH(QString, language);
    const std::vector<Message> messages = readCatalogue(cataloguePath(language));
    QVERIFY(!messages.empty());
    for (const Message &message : messages) {
        QVERIFY2(message.type.isEmpty(), qPrintable(QString(message.type % u": " % message.identity())));
        for (const QString &translation : message.translations)
            QVERIFY2(!translation.isEmpty(), qPrintable(message.identity()));
    }
}

void TestTranslations::placeholdersSurvive_data()
{
    languages();
}

void TestTranslations::placeholdersSurvive()
{
    QFETCH(QString, language);
    for (const Message &message : readCatalogue(cataloguePath(language))) {
        for (const QString &translation : message.translations)
            QVERIFY2(
                placeholders(translation) == placeholders(message.source), qPrintable(message.identity()));
    }
}

void TestTranslations::chineseIsNotEnglish()
{
    for (const Message &message : readCatalogue(cataloguePath(u"zh_CN"_s))) {
        for (const QString &translation : message.translations) {
            QVERIFY2(translation != message.source || isName(message.source), qPrintable(message.identity()));
        }
    }
}

void TestTranslations::catalogueHoldsEveryText_data()
{
    languages();
}

void TestTranslations::catalogueHoldsEveryText()
{
    QFETCH(QString, language);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"fresh.ts"_s);
    QStringList arguments{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s};
    if (language == "en"_L1)
        arguments.append(u"-pluralonly"_s);
    arguments += {u"-I"_s, u"."_s, u"ui"_s, u"app"_s, u"-ts"_s, copy};
    QProcess lupdate;
    lupdate.setWorkingDirectory(sourceFolder());
    lupdate.start(qEnvironmentVariable("SOCKEYE_LUPDATE"), arguments);
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);

    const QSet<QString> fresh = identities(copy);
    const QSet<QString> kept = identities(cataloguePath(language));
    QVERIFY2(fresh == kept,
        qPrintable(QString(u"build the target update_translations; missing:\n"_s % listed(fresh - kept)
            % u"\nnot used any more:\n"_s % listed(kept - fresh))));
}

void TestTranslations::programSpeaksTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("English") << u"en"_s << u"Probe down"_s
                             << u"All is well. 1 service, 2 probes, all heard."_s;
    QTest::newRow("Chinese") << u"zh_CN"_s << u"探测中断"_s << u"一切正常。1 个服务、2 个探测，均有响应。"_s;
    QTest::newRow("Chinese with its script")
        << u"zh_Hans_CN"_s << u"探测中断"_s << u"一切正常。1 个服务、2 个探测，均有响应。"_s;
    QTest::newRow("no catalogue is English")
        << u"de_DE"_s << u"Probe down"_s << u"All is well. 1 service, 2 probes, all heard."_s;
}

void TestTranslations::programSpeaksTheLanguage()
{
    QFETCH(QString, language);
    const Translation translation{language};
    OverallStatus well;
    well.kind = OverallStatus::Kind::Well;
    QTEST(ruleKeyName(u"probe-down"_s), "rule");
    QTEST(topSentence(well, Formatting{}, {}, {.services = 1, .probes = 2}).joined(), "sentence");
}

void TestTranslations::languageEndsWithItsTranslation()
{
    {
        const Translation chinese{u"zh_CN"_s};
        QVERIFY(chinese.isTranslated());
        QVERIFY(ruleKeyName(u"probe-down"_s) != "Probe down"_L1);
    }
    QCOMPARE(ruleKeyName(u"probe-down"_s), u"Probe down"_s);
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestTranslations)
#include "tst_translations.moc"
