// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/keyringprompter.h"

#include <QDBusMessage>

namespace sockeye::test {

using namespace Qt::StringLiterals;

namespace {

QDBusMessage callback(const QString &name, const QDBusObjectPath &path, const QString &method)
{
    return QDBusMessage::createMethodCall(
        name, path.path(), u"org.gnome.keyring.internal.Prompter.Callback"_s, method);
}

} // namespace

KeyringPrompter::KeyringPrompter(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

KeyringPrompter::~KeyringPrompter() = default;

bool KeyringPrompter::start()
{
    return m_bus.registerObject(
               u"/org/gnome/keyring/Prompter"_s, this, QDBusConnection::ExportScriptableSlots)
        && m_bus.registerService(u"org.gnome.keyring.SystemPrompter"_s);
}

void KeyringPrompter::dismiss()
{
    const QList<Caller> standing = std::exchange(m_standing, {});
    for (const Caller &caller : standing)
        answerLater(caller, u"no"_s);
}

void KeyringPrompter::BeginPrompting(const QDBusObjectPath &path)
{
    answerLater({message().service(), path}, {});
}

void KeyringPrompter::PerformPrompt(
    const QDBusObjectPath &path, const QString &, const QVariantMap &, const QString &)
{
    ++m_asked;
    m_standing.append({message().service(), path});
    if (m_dismisses)
        dismiss();
}

void KeyringPrompter::StopPrompting(const QDBusObjectPath &path)
{
    m_bus.send(callback(message().service(), path, u"PromptDone"_s));
}

// The daemon takes no answer before its call has returned.
void KeyringPrompter::answerLater(const Caller &caller, const QString &reply)
{
    QDBusMessage call = callback(caller.name, caller.path, u"PromptReady"_s);
    call << reply << QVariantMap() << QString();
    QMetaObject::invokeMethod(
        this, [this, call] { m_bus.send(call); }, Qt::QueuedConnection);
}

} // namespace sockeye::test
