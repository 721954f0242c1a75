// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/secretrows.h"

#include "ui/settings/formfields.h"
#include "ui/settings/pathedit.h"
#include "ui/text/errors.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace sockeye {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Place = SecretDraft::Place;

namespace {

// A keychain that is unlocked answers sooner, and a warning should not flash.
constexpr auto keychainPatience = 1s;

} // namespace

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
    if (secrets.keychain())
        addChoice(m_place, tr("Kept by the keychain"), Place::Keychain);
    m_placeRow = column.addRow(tr("Secre&t"), m_place);
    addRemedies(column, names.place);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secretRow = column.addRow(tr("Token"), m_secret);
    m_fileRow = column.addRow(tr("File"), m_file, tr("Read anew for each request."));
    connect(m_place, &QComboBox::activated, this, [this] {
        if (!m_secret->text().isEmpty())
            takeTyped();
        arrange();
        askKeychain();
        Q_EMIT edited();
    });
    connect(m_secret, &QLineEdit::textEdited, this, [this] {
        takeTyped();
        Q_EMIT edited();
    });
    connect(m_file, &PathEdit::edited, this, &SecretRows::edited);
    if (secrets.keychain())
        connect(secrets.keychain(), &Keychain::unstoredChanged, this, &SecretRows::followStoring);
}

SecretRows::~SecretRows() = default;

void SecretRows::addRemedies(FormColumn &column, const QString &prefix)
{
    auto *remedies = new QWidget{&column};
    remedies->setObjectName(QString(prefix % "Remedies"_L1));
    m_storeAgain = new QPushButton{tr("Try again"), remedies};
    m_storeAgain->setObjectName(QString(prefix % "StoreAgain"_L1));
    auto *useFile = new QPushButton{tr("Use a file instead"), remedies};
    useFile->setObjectName(QString(prefix % "UseFile"_L1));
    auto *layout = new QHBoxLayout{remedies};
    layout->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_storeAgain, useFile}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch();
    m_remediesRow = column.addRow({}, remedies);
    m_remediesRow->setVisible(false);
    connect(m_storeAgain, &QPushButton::clicked, this,
        [this] { m_secrets.keychain()->storeAgain(name(), this, [](const auto &) {}); });
    connect(useFile, &QPushButton::clicked, this, &SecretRows::useFile);
}

void SecretRows::show(const SecretDraft &draft, const QString &sessionKey)
{
    m_sessionKey = sessionKey;
    m_keychainName = draft.place == Place::Keychain ? draft.path : QString();
    const auto keychain = static_cast<int>(Place::Keychain);
    if (m_place->findData(keychain) < 0 && draft.place == Place::Keychain)
        addChoice(m_place, tr("Kept by the keychain"), Place::Keychain);
    choose(m_place, draft.place);
    m_secret->setText(QString::fromUtf8(m_secrets.typed(name())));
    m_secret->setPlaceholderText(m_secrets.isKnown(name()) ? tr("Entered in this session") : QString());
    m_file->setPath(draft.place == Place::Keychain ? QString() : draft.path);
    arrange();
    askKeychain();
}

QString SecretRows::name() const
{
    const bool isNamed = chosen<Place>(m_place) == Place::Keychain && !m_keychainName.isEmpty();
    return isNamed ? m_keychainName : m_sessionKey;
}

void SecretRows::takeTyped()
{
    m_secrets.set(name(), m_secret->text().toUtf8());
}

void SecretRows::askKeychain()
{
    m_placeRow->setWarning({});
    m_remediesRow->setVisible(false);
    Keychain *keychain = m_secrets.keychain();
    if (!keychain || !m_visible || chosen<Place>(m_place) != Place::Keychain)
        return;
    keychain->load({name()}, this, [this] { showKeychain(); });
    if (!keychain->read(name()))
        QTimer::singleShot(keychainPatience, this, &SecretRows::showKeychain);
}

// It may answer when another place or entry is shown.
void SecretRows::showKeychain()
{
    if (chosen<Place>(m_place) != Place::Keychain)
        return;
    const auto held = m_secrets.keychain()->read(name());
    const std::optional<SecretError> unstored = m_secrets.keychain()->unstored(name());
    QString warning;
    if (unstored) {
        warning = tr("Not stored: Sockeye holds it until it ends. %1", "%1: the reason")
                      .arg(describe(*unstored).joined());
    } else if (!held && held.error().kind != SecretError::Kind::NotInKeychain) {
        warning = describe(held.error()).joined();
    }
    m_placeRow->setWarning(warning);
    m_remediesRow->setVisible(m_visible && unstored.has_value());
    m_storeAgain->setEnabled(unstored && unstored->kind != SecretError::Kind::Pending);
    if (held)
        m_secret->setPlaceholderText(unstored ? tr("Entered in this session") : tr("Kept in the keychain"));
}

void SecretRows::followStoring(const QString &name)
{
    if (name != this->name())
        return;
    const std::optional<SecretError> unstored = m_secrets.keychain()->unstored(name);
    if (unstored && unstored->kind == SecretError::Kind::Pending)
        QTimer::singleShot(keychainPatience, this, &SecretRows::showKeychain);
    else
        showKeychain();
}

void SecretRows::useFile()
{
    choose(m_place, Place::File);
    arrange();
    askKeychain();
    m_file->setFocus();
    Q_EMIT edited();
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
    if (std::exchange(m_visible, visible) != visible)
        askKeychain();
    arrange();
}

void SecretRows::arrange()
{
    const auto place = chosen<Place>(m_place);
    m_placeRow->setVisible(m_visible);
    m_secretRow->setVisible(m_visible && place != Place::File);
    m_secretRow->setNote(place == Place::Keychain
            ? tr("Kept by the desktop's keychain (GNOME Keyring, KWallet).")
            : tr("Held in memory until Sockeye ends, never written to a file."));
    m_fileRow->setVisible(m_visible && place == Place::File);
}

} // namespace sockeye
