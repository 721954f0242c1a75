// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/secretrows.h"

#include "ui/settings/formfields.h"
#include "ui/settings/pathedit.h"

#include <QLineEdit>

namespace sockeye {

using Place = SecretDraft::Place;

SecretRows::SecretRows(
    FormColumn &column, const FileChooser &choose, const Names &names, DraftSecrets &secrets)
    : QObject(&column)
    , m_secrets(secrets)
    , m_place(named<QComboBox>(names.place, &column))
    , m_secret(named<QLineEdit>(names.secret, &column))
    , m_file(new PathEdit{names.file, tr("File with the secret"), choose, &column})
{
    addChoice(m_place, tr("Typed here, for this session only"), Place::Session);
    addChoice(m_place, tr("Read from a file"), Place::File);
    m_placeRow = column.addRow(tr("Secre&t"), m_place);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secretRow = column.addRow(
        tr("Token"), m_secret, tr("Held in memory until Sockeye ends, never written to a file."));
    m_fileRow = column.addRow(tr("File"), m_file, tr("Read anew for each request."));
    connect(m_place, &QComboBox::activated, this, [this] {
        arrange();
        Q_EMIT edited();
    });
    connect(m_secret, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_secrets.set(m_sessionKey, text.toUtf8());
        Q_EMIT edited();
    });
    connect(m_file, &PathEdit::edited, this, &SecretRows::edited);
}

SecretRows::~SecretRows() = default;

void SecretRows::show(const SecretDraft &draft, const QString &sessionKey)
{
    m_sessionKey = sessionKey;
    showKeychain(draft);
    choose(m_place, draft.place);
    m_secret->setText(QString::fromUtf8(m_secrets.typed(sessionKey)));
    m_secret->setPlaceholderText(m_secrets.isKnown(sessionKey) ? tr("Entered in this session") : QString());
    m_file->setPath(draft.place == Place::Keychain ? QString() : draft.path);
    arrange();
}

void SecretRows::showKeychain(const SecretDraft &draft)
{
    const int shown = m_place->findData(static_cast<int>(Place::Keychain));
    if (shown >= 0)
        m_place->removeItem(shown);
    m_keychainName = draft.place == Place::Keychain ? draft.path : QString();
    if (draft.place == Place::Keychain)
        addChoice(m_place, tr("Kept by the keychain as %1").arg(draft.path), Place::Keychain);
}

SecretDraft SecretRows::draft() const
{
    const auto place = chosen<Place>(m_place);
    if (place == Place::Keychain)
        return {place, m_keychainName};
    // A path stays while another place is tried.
    return {place, m_file->path()};
}

void SecretRows::setLabel(const QString &label)
{
    m_secretRow->setLabel(label);
}

void SecretRows::setVisible(bool visible)
{
    m_visible = visible;
    arrange();
}

void SecretRows::arrange()
{
    const auto place = chosen<Place>(m_place);
    m_placeRow->setVisible(m_visible);
    m_secretRow->setVisible(m_visible && place == Place::Session);
    m_fileRow->setVisible(m_visible && place == Place::File);
}

} // namespace sockeye
