// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/secretstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace sockeye {

using namespace Qt::StringLiterals;

class TestSecretStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void noSecretIsEmpty();
    void aTypedSecretIsGivenForItsKey();
    void aTypedSecretIsForgottenWhenRemoved();
    void anEmptyTypedSecretIsAnError();
    void aFilesLineBreakIsNotPartOfTheSecret_data();
    void aFilesLineBreakIsNotPartOfTheSecret();
    void aFileIsReadOnEachUse();
    void anEmptyFileIsAnError_data();
    void anEmptyFileIsAnError();
    void anUnreadableFileIsNamed_data();
    void anUnreadableFileIsNamed();

private:
    [[nodiscard]] SecretRef fileWith(const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    SessionSecrets m_secrets;
};

namespace {

using Kind = SecretError::Kind;

SecretRef typed(const QString &key)
{
    return {SecretRef::Kind::Session, key};
}

} // namespace

void TestSecretStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_secrets = SessionSecrets();
}

SecretRef TestSecretStore::fileWith(const QByteArray &content) const
{
    QFile file(m_dir->filePath(u"token"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the token");
    return {SecretRef::Kind::File, file.fileName()};
}

void TestSecretStore::noSecretIsEmpty()
{
    const auto secret = m_secrets.read({});
    QVERIFY(secret.has_value());
    QVERIFY(secret->isEmpty());
}

void TestSecretStore::aTypedSecretIsGivenForItsKey()
{
    m_secrets.set(u"prometheus"_s, "s3cret ");
    m_secrets.set(u"other"_s, "else");
    QCOMPARE(m_secrets.read(typed(u"prometheus"_s)).value_or("error"), "s3cret "_ba);
    QVERIFY(m_secrets.has(u"prometheus"_s));
    const auto unknown = m_secrets.read(typed(u"nobody"_s));
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error(), (SecretError{Kind::NotGiven, {}, {}}));
}

void TestSecretStore::aTypedSecretIsForgottenWhenRemoved()
{
    m_secrets.set(u"prometheus"_s, "s3cret");
    m_secrets.remove(u"prometheus"_s);
    QVERIFY(!m_secrets.has(u"prometheus"_s));
    QCOMPARE(m_secrets.read(typed(u"prometheus"_s)).error().kind, Kind::NotGiven);
}

void TestSecretStore::anEmptyTypedSecretIsAnError()
{
    m_secrets.set(u"prometheus"_s, {});
    QCOMPARE(m_secrets.read(typed(u"prometheus"_s)).error().kind, Kind::Empty);
}

void TestSecretStore::aFilesLineBreakIsNotPartOfTheSecret_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("none") << "abc"_ba
                          << "abc"_ba;
    QTest::newRow("one") << "abc\n"_ba
                         << "abc"_ba;
    QTest::newRow("of Windows") << "abc\r\n"_ba
                                << "abc"_ba;
    QTest::newRow("only one is taken") << "abc\n\n"_ba
                                       << "abc\n"_ba;
    QTest::newRow("spaces belong to it") << " a b \n"_ba
                                         << " a b "_ba;
    QTest::newRow("a carriage return alone stays") << "abc\r"_ba
                                                   << "abc\r"_ba;
}

void TestSecretStore::aFilesLineBreakIsNotPartOfTheSecret()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, secret);
    QCOMPARE(m_secrets.read(fileWith(content)).value_or("error"), secret);
}

void TestSecretStore::aFileIsReadOnEachUse()
{
    QCOMPARE(m_secrets.read(fileWith("old")).value_or("error"), "old"_ba);
    QCOMPARE(m_secrets.read(fileWith("new")).value_or("error"), "new"_ba);
}

void TestSecretStore::anEmptyFileIsAnError_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no byte") << QByteArray();
    QTest::newRow("a line break only") << "\n"_ba;
}

void TestSecretStore::anEmptyFileIsAnError()
{
    QFETCH(QByteArray, content);
    const SecretRef ref = fileWith(content);
    const auto secret = m_secrets.read(ref);
    QVERIFY(!secret.has_value());
    QCOMPARE(secret.error(), (SecretError{Kind::Empty, ref.key, {}}));
}

void TestSecretStore::anUnreadableFileIsNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << u"/nowhere/token"_s;
    QTest::newRow("a folder") << u"/"_s;
    QTest::newRow("no name") << QString();
    QTest::newRow("without end") << u"/dev/zero"_s;
}

void TestSecretStore::anUnreadableFileIsNamed()
{
    QFETCH(QString, path);
    const auto secret = m_secrets.read({SecretRef::Kind::File, path});
    QVERIFY(!secret.has_value());
    QCOMPARE(secret.error().kind, Kind::FileUnreadable);
    QCOMPARE(secret.error().path, path);
    QVERIFY(!secret.error().detail.isEmpty());
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestSecretStore)
#include "tst_secretstore.moc"
