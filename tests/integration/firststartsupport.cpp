// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/firststartsupport.h"

#include "ui/panels/panel.h"
#include "ui/panels/panelstack.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace sockeye::test {

using namespace Qt::StringLiterals;

ConsoleUser::ConsoleUser()
{
    for (const char *variable :
        {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
        const QString path = m_folder.filePath(QString::fromLatin1(variable).toLower());
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(variable, QFile::encodeName(path));
    }
}

ConsoleUser::~ConsoleUser() = default;

bool ConsoleUser::start(const CommandLine &commandLine)
{
    m_application = std::make_unique<Application>(commandLine);
    return m_application->open();
}

void ConsoleUser::quit()
{
    Q_EMIT window().quitRequested();
    m_application.reset();
}

QWidget *ConsoleUser::widget(const QString &name)
{
    const QList<QWidget *> all = window().findChildren<QWidget *>(name);
    for (QWidget *one : all) {
        if (one->isVisible())
            return one;
    }
    qWarning() << "no visible widget" << name;
    return nullptr;
}

void ConsoleUser::type(const QString &name, const QString &text)
{
    auto *edit = qobject_cast<QLineEdit *>(widget(name));
    QVERIFY2(edit, qPrintable(name));
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void ConsoleUser::click(const QString &name)
{
    auto *button = qobject_cast<QAbstractButton *>(widget(name));
    QVERIFY2(button, qPrintable(name));
    QVERIFY2(button->isEnabled(), qPrintable(name));
    button->click();
}

void ConsoleUser::choose(const QString &name, const QString &text)
{
    auto *box = qobject_cast<QComboBox *>(widget(name));
    QVERIFY2(box, qPrintable(name));
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

void ConsoleUser::chooseService(const QString &name)
{
    auto *list = qobject_cast<QAbstractItemView *>(widget(u"serviceList"_s));
    QVERIFY(list);
    const QModelIndexList found =
        list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
    QVERIFY2(!found.isEmpty(), qPrintable(name));
    list->setCurrentIndex(found.front());
}

QString ConsoleUser::text(const QString &name)
{
    QWidget *one = widget(name);
    if (auto *label = qobject_cast<QLabel *>(one))
        return label->text();
    return one ? one->accessibleDescription() : QString();
}

QJsonObject ConsoleUser::panel(const QString &key)
{
    const QJsonArray panels = console().describe().value("panels"_L1).toArray();
    for (const auto &one : panels) {
        if (one.toObject().value("key"_L1).toString() == key)
            return one.toObject();
    }
    return {};
}

bool ConsoleUser::isDrawn(const QString &key)
{
    const QJsonObject one = panel(key);
    const QJsonArray series = one.value("series"_L1).toArray();
    const bool hasValue = std::any_of(series.begin(), series.end(),
        [](const QJsonValue &each) { return each.toObject().value("last"_L1).isDouble(); });
    return one.value("state"_L1).toString() == u"ready" && hasValue;
}

QString ConsoleUser::panelWords(const QString &key)
{
    const auto *stack = window().findChild<PanelStack *>(u"overviewPanels"_s);
    for (const Panel *one : stack->panels()) {
        if (one->feed().spec().key == key)
            return one->accessibleDescription();
    }
    return {};
}

QStringList ConsoleUser::filesWith(const QByteArray &bytes) const
{
    QStringList found;
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            found.append(QString(u"unreadable: "_s % file.fileName()));
        else if (file.readAll().contains(bytes))
            found.append(file.fileName());
    }
    return found;
}

} // namespace sockeye::test
